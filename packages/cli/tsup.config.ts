import { defineConfig } from 'tsup'
import { library } from '../../tsup.base'

// What a configuration file imports comes as both; the command itself is started, and never required.
export default defineConfig([
  library(),
  {
    entry: { bin: 'src/bin.ts' },
    format: 'esm',
    target: 'node20',
    sourcemap: true,
  },
] as Parameters<typeof defineConfig>[0])
