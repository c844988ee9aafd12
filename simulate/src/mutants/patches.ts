import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './copy-repository'

/** Where the planted faults lie. */
export const FOLDER = join(ROOT, 'simulate', 'mutants')

/** The names of all planted faults. */
export function listMutants(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.patch'))
    .map((name) => name.slice(0, -'.patch'.length))
    .sort()
}

/** Applies a planted fault to a copy; `-R` takes it back, `--check` only sees whether it would apply. What git says where it does not. */
export function applyMutant(
  name: string,
  folder: string,
  flags: readonly ('-R' | '--check')[] = [],
): string | undefined {
  const args = ['apply', '-C1', ...flags, join(FOLDER, `${name}.patch`)]
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
  if (error) return `the program git cannot be run: ${error.message}`
  return status === 0 ? undefined : `${stdout}${stderr}`.trim()
}
