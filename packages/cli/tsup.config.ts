import { defineConfig } from 'tsup'

// The bundle holds all imports and their types, except `dependencies` and `peerDependencies`. There are no source maps:
// they are three times as large as the code, and the code keeps its names.
export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: ['esm', 'cjs'],
  target: 'node22',
  dts: { resolve: true, compilerOptions: { customConditions: [] } },
  clean: true,
})
