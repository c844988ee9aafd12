import { defineConfig } from 'vitest/config'

// Packages import each other from source: no build is needed before a test.
const conditions = ['@siagh-sync/source']

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
    // Vitest would leave a processor free; many of these tests wait for servers anyway.
    maxWorkers: '100%',
    // Reading the same modules anew for each file took longer than the tests.
    isolate: false,
  },
})
