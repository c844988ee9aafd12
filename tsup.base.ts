import { defineConfig, type Options } from 'tsup'

const format = ['esm', 'cjs'] as const
// The packages that a package imports are built before it: their declarations are read, not their sources.
const compilerOptions = { customConditions: [] }

/**
 * One build for every package: ESM and CJS with their own type declarations, and source maps into the shipped sources. `bundled` are
 * dependencies that go into it, since what they give to `require` is not what they give to `import`.
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
 * The same for a package whose declarations go into those of the command line: each entry has declarations of its own, because tsup, which
 * takes them over, cannot follow a file that several entries share.
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
