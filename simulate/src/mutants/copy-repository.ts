import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of this repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

const ROOT_FILES = ['package.json', 'pnpm-workspace.yaml', 'tsconfig.json', 'tsconfig.base.json']

/** A copy of what a simulation needs; packages in it resolve each other to the copy. */
export interface Copy {
  readonly folder: string
  dispose(): void
}

/** Copies the sources. Third-party packages are linked, not copied. */
export function copyRepository(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-mutant-'))
  for (const file of ROOT_FILES) cpSync(join(ROOT, file), join(folder, file))
  for (const part of ['packages', 'simulate', 'test-support'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: isWanted, verbatimSymlinks: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const path of [...readdirSync(join(ROOT, 'packages')).map((name) => join('packages', name)), 'simulate']) {
    linkModules(folder, path)
  }
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) }
}

function isWanted(path: string): boolean {
  return !relative(ROOT, path)
    .split(sep)
    .some((part) => part === 'node_modules' || part === 'dist' || part === '.turbo')
}

/** pnpm links workspace packages by relative paths, which lead to the copy when they are taken over as they are. */
function linkModules(folder: string, path: string): void {
  const modules = join(path, 'node_modules')
  if (!existsSync(join(ROOT, modules))) return
  cpSync(join(ROOT, modules), join(folder, modules), { recursive: true, verbatimSymlinks: true })
}
