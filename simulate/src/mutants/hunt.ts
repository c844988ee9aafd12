import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { print } from '../report/print'
import { copyRepository } from './copy-repository'
import { applyMutant, listMutants } from './patches'

/** How a planted fault was caught. */
interface Catch {
  readonly seed: number
  readonly violation: string
}

/** Plants each fault in a copy and runs seeds until one fails. Answers the exit code: 1 where one is not caught. */
export async function hunt(options: { readonly only: readonly string[]; readonly seeds: number }): Promise<0 | 1> {
  const names = listMutants().filter((name) => options.only.length === 0 || options.only.includes(name))
  if (names.length === 0) throw new Error('there is no mutant of that name')
  const escaped: string[] = []
  for (const name of names) {
    const caught = await huntOne(name, options.seeds)
    if (typeof caught === 'object') print(`${name.padEnd(36)} caught at seed ${caught.seed} by ${caught.violation}`)
    else {
      escaped.push(name)
      print(`${name.padEnd(36)} ${caught}`)
    }
  }
  print(`${names.length - escaped.length} of ${names.length} mutants were caught`)
  return escaped.length === 0 ? 0 : 1
}

async function huntOne(name: string, seeds: number): Promise<Catch | string> {
  const copy = copyRepository()
  try {
    const problem = applyMutant(name, copy.folder)
    if (problem !== undefined) return `DOES NOT APPLY: ${problem}`
    return (await firstFailure(copy.folder, seeds)) ?? `NOT CAUGHT by ${seeds} seeds`
  } finally {
    copy.dispose()
  }
}

/** Runs the copy's own simulation until a seed fails. */
function firstFailure(folder: string, seeds: number): Promise<Catch | undefined> {
  return new Promise((resolve, reject) => {
    const main = join(folder, 'simulate', 'src', 'main.ts')
    const args = [
      '--conditions=@siagh-sync/source',
      '--import',
      'tsx',
      main,
      '--seeds',
      String(seeds),
      '--no-shrink',
      '--first',
    ]
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('exit', (code) => {
      const found = /^seed (\d+) fails: (.*)$/m.exec(output)
      if (found) resolve({ seed: Number(found[1]), violation: found[2] ?? '' })
      else if (code === 0) resolve(undefined)
      else reject(new Error(`the simulation of a mutant ended with ${code ?? 'a signal'}: ${output.slice(-500)}`))
    })
  })
}
