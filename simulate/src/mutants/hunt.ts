import { print } from '../report/print'
import { copyRepository, type Copy } from './copy-repository'
import { applyMutant, listMutants } from './patches'
import { readCaught, writeCaught } from './remember'
import { failuresIn, violationOf, type Failure } from './run-copy'

/** What a hunt works with: a copy that is left as it is, and one for the planted faults. */
interface Copies {
  readonly sound: Copy
  readonly faulty: Copy
}

/** Plants each fault in a copy and runs seeds until one fails that does not fail without it. Answers the exit code: 1 where one escapes. */
export async function hunt(options: { readonly only: readonly string[]; readonly seeds: number }): Promise<0 | 1> {
  const names = listMutants().filter((name) => options.only.length === 0 || options.only.includes(name))
  if (names.length === 0) throw new Error('there is no mutant of that name')
  const copies = { sound: copyRepository(), faulty: copyRepository() }
  let caught = 0
  try {
    for (const name of names) if (await huntOne(copies, name, options.seeds)) caught += 1
  } finally {
    copies.sound.dispose()
    copies.faulty.dispose()
  }
  print(`${caught} of ${names.length} mutants were caught`)
  return caught === names.length ? 0 : 1
}

async function huntOne(copies: Copies, name: string, seeds: number): Promise<boolean> {
  const { folder } = copies.faulty
  const say = (what: string) => print(`${name.padEnd(36)} ${what}`)
  const problem = applyMutant(name, folder)
  if (problem !== undefined) {
    say(`DOES NOT APPLY: ${problem}`)
    return false
  }
  const found = (await remembered(copies, name)) ?? (await search(copies, seeds, say))
  const stuck = applyMutant(name, folder, ['-R'])
  if (stuck !== undefined) throw new Error(`${name} cannot be taken back: ${stuck}`)
  writeCaught(name, found?.seed)
  say(found ? `caught at seed ${found.seed} by ${found.violation}` : `NOT CAUGHT by ${seeds} seeds`)
  return found !== undefined
}

/** The seed that caught it last is the likeliest to do so again. */
async function remembered({ sound, faulty }: Copies, name: string): Promise<Failure | undefined> {
  const seed = readCaught().get(name)
  if (seed === undefined) return undefined
  const violation = await violationOf(faulty.folder, seed)
  const isOfTheFault = violation !== undefined && (await violationOf(sound.folder, seed)) === undefined
  return isOfTheFault ? { seed, violation } : undefined
}

/** The first seed that fails with the fault and not without it. */
async function search(
  { sound, faulty }: Copies,
  seeds: number,
  say: (what: string) => void,
): Promise<Failure | undefined> {
  let from = 1
  while (from <= seeds) {
    const failures = await failuresIn(faulty.folder, from, seeds - from + 1)
    if (failures.length === 0) return undefined
    for (const failure of failures) {
      if ((await violationOf(sound.folder, failure.seed)) === undefined) return failure
      say(`seed ${failure.seed} fails without it as well, and does not count`)
    }
    from = Math.max(...failures.map(({ seed }) => seed)) + 1
  }
  return undefined
}
