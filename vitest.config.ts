import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['@siagh-sync/source'] },
  ssr: { resolve: { conditions: ['@siagh-sync/source'] } },
  test: {
    include: [
      'eslint/*.test.ts',
      'packages/*/src/**/*.test.ts',
      'packages/*/test/**/*.test.ts',
      'examples/*/src/**/*.test.ts',
    ],
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
