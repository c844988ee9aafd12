import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** The packages that go to the registry: their folder and their manifest. */
export const publishedPackages = () =>
  readdirSync(join(root, 'packages'))
    .map((name) => join(root, 'packages', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .filter(({ manifest }) => manifest.private !== true)

/** Packs a package as a release does, with real versions in place of `workspace:` ranges. Returns the path of the tarball. */
export const pack = (folder, destination) =>
  JSON.parse(run('pnpm', ['pack', '--json', '--pack-destination', destination], folder)).filename

/** Runs a command and returns its output. If the command fails, the error holds the output. */
export const run = (command, args, cwd = root) => {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}${error.stderr}`)
  }
}

/** Calls `work` with an empty folder, and removes the folder afterwards. */
export const inTemporaryFolder = async (name, work) => {
  const folder = mkdtempSync(join(tmpdir(), `siagh-sync-${name}-`))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
