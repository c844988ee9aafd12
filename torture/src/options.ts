import { parseArgs } from 'node:util'

/** What is asked on the command line. */
export interface Options {
  readonly seed: number
  readonly webhooks: number
  /** Waits of seconds in place of half a minute, and each mischief once. */
  readonly short: boolean
  /** Keep the logs of a run without a fault. */
  readonly keepLogs: boolean
}

const FULL = 20_000
const SHORT = 2_000
const LEAST = 200

/** How to call it. */
export const usage = `pnpm torture [--short] [--webhooks N] [--seed N] [--keep-logs]

  --short       ${String(SHORT)} webhooks and short outages: about a minute
  --webhooks N  how many webhooks are due, ${String(LEAST)} or more (${String(FULL)})
  --seed N      the same seed draws the same load and the same schedule of mischief; drawn where it is not given
  --keep-logs   keep the logs of the processes where nothing was wrong, too
`

/** Reads the command line. Throws a sentence about what is not understood. */
export function readOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    // pnpm hands on the `--` that may stand before them.
    args: args.filter((arg) => arg !== '--'),
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      short: { type: 'boolean', default: false },
      webhooks: { type: 'string' },
      seed: { type: 'string' },
      'keep-logs': { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  return {
    short: values.short,
    keepLogs: values['keep-logs'],
    webhooks: wholeNumber('--webhooks', values.webhooks, LEAST) ?? (values.short ? SHORT : FULL),
    seed: wholeNumber('--seed', values.seed, 0) ?? Math.floor(Math.random() * 1_000_000),
  }
}

function wholeNumber(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= least) return number
  throw new Error(`${name} must be a whole number, ${String(least)} or more.`)
}
