import { existsSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hash } from 'node:crypto'
import { build, type Plugin } from 'esbuild'
import { inject } from 'vitest'

/**
 * The path of the program that begins with `entry`, a file in TypeScript, as one file in JavaScript. Node starts it in a third of the
 * time that the sources need one by one. It is built once in a run, by the first test that asks for it.
 */
export async function programOf(entry: URL): Promise<string> {
  const source = fileURLToPath(entry)
  const program = join(inject('recordFolder'), `${hash('sha1', source)}.mjs`)
  if (existsSync(program)) return program
  // Two workers may build the same program at the same time.
  const own = `${program}.${process.pid}.mjs`
  await build({
    entryPoints: [source],
    outfile: own,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    conditions: ['@siagh-sync/source'],
    plugins: [packagesByAddress, sourcesByAddress],
    logLevel: 'silent',
  })
  renameSync(own, program)
  return program
}

/** A package in `node_modules` stays where it is. Its own packages and native parts are found from there. */
const packagesByAddress: Plugin = {
  name: 'packages-by-address',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === packagesByAddress || path.startsWith('node:')) return undefined
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: packagesByAddress })
      if (!/[\\/]node_modules[\\/]/.test(found.path)) return found
      return { path: pathToFileURL(found.path).href, external: true }
    })
  },
}

/** A module that asks where it stands is told where its source stands. */
const sourcesByAddress: Plugin = {
  name: 'sources-by-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      return { contents, loader: 'ts' }
    })
  },
}
