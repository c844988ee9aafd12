import { execFile } from 'node:child_process'
import { lstat, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CLI = new URL('../../../packages/cli/', import.meta.url)

/** An installation of the command line as a stranger has it. */
export interface Installation {
  /** The file that Node runs. */
  readonly program: string
  readonly packages: number
  /** On the disk, in whole blocks. */
  readonly bytes: number
}

/** Packs the command line, and installs it with npm into an empty folder. */
export async function install(folder: string): Promise<Installation> {
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], { cwd: CLI })
  const { filename } = JSON.parse(stdout) as { readonly filename: string }
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', filename], { cwd: folder })
  const listed = await run('npm', ['ls', '--all', '--parseable'], { cwd: folder })
  return {
    program: join(folder, 'node_modules/@siagh-sync/cli/dist/bin.js'),
    packages: listed.stdout.trim().split('\n').length - 1,
    bytes: await bytesOf(join(folder, 'node_modules')),
  }
}

async function bytesOf(path: string): Promise<number> {
  const { blocks } = await lstat(path)
  const own = blocks * 512
  const entries = await readdir(path, { withFileTypes: true })
  const parts = entries.map(async (entry) => {
    const at = join(path, entry.name)
    return entry.isDirectory() ? bytesOf(at) : (await lstat(at)).blocks * 512
  })
  return (await Promise.all(parts)).reduce((sum, each) => sum + each, own)
}
