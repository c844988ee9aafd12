import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// The packages import each other from source. So a test needs no build.
const conditions = ['@siagh-sync/source']

/**
 * The slowest test files. They start first: if a slow file started last, the other workers would have nothing to do while it runs. Vitest
 * remembers how long a file took, but a fresh clone has no such memory, and there Vitest starts with the largest files.
 */
const LONGEST = [
  'tests/dialects/import.test.ts',
  'packages/cli/test/processes.test.ts',
  'tests/flow/import.test.ts',
  'packages/siagh-client/test/memory.test.ts',
  'tests/service/rolling-restart.test.ts',
  'tests/dialects/flow.test.ts',
  'tests/frameworks/frameworks.test.ts',
  'tests/flow/identity-type.test.ts',
  'tests/service/process.test.ts',
  'tests/dialects/catch-up.test.ts',
  'simulate/src/run-seed.test.ts',
  'packages/adapter-store-sql/test/transfer.test.ts',
  'tests/readme/quick-start.test.ts',
]

/** Starts the slowest files first, and then the others in Vitest's own order. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((file) => moduleId.endsWith(file))
      return found === -1 ? LONGEST.length : found
    }
    return rest.toSorted((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/*/{src,test}/**/*.test.ts',
      'examples/*/{src,test}/**/*.test.ts',
      '{bench,backends,demo,simulate,torture}/src/**/*.test.ts',
      'tests/**/*.test.ts',
      '{eslint,test-support}/*.test.{js,ts}',
    ],
    globalSetup: ['test-support/global-setup.ts', 'test-support/fetch-redis.ts'],
    setupFiles: 'test-support/record-output.ts',
    restoreMocks: true,
    testTimeout: 20_000,
    // One worker more than there are processors, because many tests only wait for servers and processes.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // With isolation, each file loads all modules again. That took longer than the tests.
    isolate: false,
  },
})
