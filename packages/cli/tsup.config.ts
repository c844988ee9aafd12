import { defineConfig } from 'tsup'

// What this package imports goes into it, types as well: an installation gets what runs and nothing more. What stands under
// `dependencies` and `peerDependencies` stays outside. No source maps: they are three times as large, and no name is changed.
export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: ['esm', 'cjs'],
  target: 'node22',
  dts: { resolve: true, compilerOptions: { customConditions: [] } },
  clean: true,
})
