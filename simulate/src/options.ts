import { parseArgs } from 'node:util'

/** What the command is asked to do. */
export type Options =
  | {
      readonly mode: 'seeds'
      readonly from: number
      readonly count: number
      readonly workers: number
      readonly shrink: boolean
      readonly first: boolean
    }
  | {
      readonly mode: 'replay'
      readonly seed: number
      readonly keep: readonly number[] | undefined
      readonly usual: readonly string[]
      readonly verbose: boolean
    }
  | { readonly mode: 'mutants'; readonly only: readonly string[]; readonly seeds: number; readonly check: boolean }
  | { readonly mode: 'help' }

/** What the command says of itself. */
export const usage = `simulate                      500 seeds
simulate --seeds 100000       as many, for a night; --from N begins elsewhere, --workers N uses more processors,
                              --first ends at the first failure, --no-shrink leaves its history as it is
simulate --seed N             one seed, with all that happens in it; --keep 3,7 leaves of its history only these events,
                              --usual missingId,hold makes these parts of its world as usual
simulate --mutants [name …]   applies each patch under simulate/mutants to a copy and sees that a seed fails; --check only applies them`

/** Reads the command line. Throws one sentence where it makes no sense. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      from: { type: 'string' },
      keep: { type: 'string' },
      usual: { type: 'string' },
      workers: { type: 'string' },
      quiet: { type: 'boolean' },
      'no-shrink': { type: 'boolean' },
      first: { type: 'boolean' },
      mutants: { type: 'boolean' },
      check: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return { mode: 'help' }
  const seeds = whole('--seeds', values.seeds, 500)
  if (values.mutants) return { mode: 'mutants', only: positionals, seeds, check: values.check ?? false }
  if (values.seed !== undefined) {
    const keep = values.keep?.split(',').filter(Boolean).map(Number)
    const usual = values.usual?.split(',').filter(Boolean) ?? []
    return { mode: 'replay', seed: whole('--seed', values.seed, 1), keep, usual, verbose: !values.quiet }
  }
  const from = whole('--from', values.from, 1)
  const workers = whole('--workers', values.workers, 2)
  return { mode: 'seeds', from, count: seeds, workers, shrink: !values['no-shrink'], first: values.first ?? false }
}

function whole(name: string, text: string | undefined, fallback: number): number {
  const number = text === undefined ? fallback : Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`${name} must be a whole number of at least 1`)
  return number
}
