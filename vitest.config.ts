import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Packages import each other from source: no build is needed before a test.
const conditions = ['@siagh-sync/source']

/**
 * The files that take the longest. Vitest knows how long a file takes only after it has run here once; before that it begins with the
 * largest files. What begins late and takes long lets the other workers wait.
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

/** Begins with the longest files, and goes on as Vitest would. */
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
    // One more than there are processors: many of these tests wait for servers and processes.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Reading the same modules anew for each file took longer than the tests.
    isolate: false,
  },
})
