import { defineConfig, type Options } from 'tsup'

const format = ['esm', 'cjs'] as const
// A package is built after the packages that it imports. So the build reads their declarations, and not their sources.
const compilerOptions = { customConditions: [] }

/**
 * The build of every package: ESM and CJS, each with its own type declarations, and source maps into the shipped sources. `bundled` are
 * dependencies that go into the bundle, because they export different things to `require` and to `import`.
 */
export const library = (entry: Record<string, string> = { index: 'src/index.ts' }, bundled: string[] = []) =>
  defineConfig(optionsOf(entry, bundled))

const optionsOf = (entry: Record<string, string>, bundled: string[]): Options => ({
  entry,
  format: [...format],
  target: 'node22',
  // `import.meta.url` in CommonJS.
  shims: true,
  dts: { compilerOptions },
  sourcemap: true,
  clean: true,
  noExternal: bundled,
})

/**
 * The same build for a package whose declarations are copied into the declarations of the command line. Each entry has its own
 * declarations, because tsup cannot copy from a file that several entries share.
 */
export const libraryWithOwnTypes = (entry: Record<string, string>) =>
  defineConfig([
    { ...optionsOf(entry, []), dts: false },
    ...Object.entries(entry).map(([name, file]) => ({
      entry: { [name]: file },
      format: [...format],
      dts: { only: true, compilerOptions },
    })),
  ])
