import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A seed that fails, and the first thing that is wrong with it. */
export interface Failure {
  readonly seed: number
  readonly violation: string
}

/** Runs the copy's own simulation until a seed fails; those that ran beside it may fail as well. */
export async function failuresIn(folder: string, from: number, count: number): Promise<readonly Failure[]> {
  const range = ['--seeds', String(count), '--from', String(from)]
  const output = await simulate(folder, [...range, '--no-shrink', '--first'])
  return [...output.matchAll(/^seed (\d+) fails: (.*)$/gm)].map(([, seed, violation]) => ({
    seed: Number(seed),
    violation: violation ?? '',
  }))
}

/** What is wrong with one seed in a copy; `undefined`: nothing. */
export async function violationOf(folder: string, seed: number): Promise<string | undefined> {
  const output = await simulate(folder, ['--seed', String(seed), '--quiet'])
  return /^ {2}(.*)$/m.exec(output)?.[1]
}

/** What the simulation of a copy prints. It ends with 1 where a seed fails, and with a stack trace where it has fallen over. */
function simulate(folder: string, options: readonly string[]): Promise<string> {
  const main = join(folder, 'simulate', 'src', 'main.ts')
  const args = ['--conditions=@siagh-sync/source', '--import', 'tsx', main, ...options]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => {
      const isVerdict = /(fails|failed|every promise was kept)/.test(output)
      if (isVerdict && (code === 0 || code === 1)) resolve(output)
      else reject(new Error(`the simulation of a mutant ended with ${code ?? 'a signal'}: ${output.slice(-500)}`))
    })
  })
}
