import { parseArgs } from 'node:util'

export interface Options {
  /** Scenarios to run; none named means all. */
  readonly only: readonly string[]
  /** Where the figures go as JSON. */
  readonly json?: string
  readonly rounds: number
}

export const usage = (names: readonly string[]) => `Usage: pnpm bench [--only NAME]… [--json FILE] [--rounds N]
  --only NAME   one of ${names.join(', ')}; may be given several times
  --json FILE   writes the figures to a file as well
  --rounds N    rounds that medians are taken of, from 1 to 15; default 5
`

/** Reads the command line; throws one sentence about what is wrong with it. */
export function readOptions(args: readonly string[], names: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const unknown = values.only.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new RangeError(`--only wants one of ${names.join(', ')}, not ${unknown.join(', ')}`)
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 15)
    throw new RangeError('--rounds wants a number from 1 to 15')
  return { only: values.only, rounds, ...(values.json !== undefined && { json: values.json }) }
}
