import { defineConfig } from 'tsup'

/**
 * One build for every package: ESM and CJS with their own type declarations, and source maps into the shipped sources. `bundled` are
 * dependencies that go into it, since what they give to `require` is not what they give to `import`.
 */
export const library = (entry: Record<string, string> = { index: 'src/index.ts' }, bundled: string[] = []) =>
  defineConfig({
    entry,
    format: ['esm', 'cjs'],
    target: 'node22',
    // `import.meta.url` in CommonJS.
    shims: true,
    // The packages that this one imports are built before it: their declarations are read, not their sources.
    dts: { compilerOptions: { customConditions: [] } },
    sourcemap: true,
    clean: true,
    noExternal: bundled,
  })
