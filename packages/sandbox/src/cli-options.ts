import { parseArgs } from 'node:util'
import { readDialect, type Dialect } from './dialect/dialect'

/** What the command was started with. */
export interface CliOptions {
  readonly siaghPort: number
  readonly crmPort: number
  readonly controlPort: number
  /** Where the CRM sends its webhooks, `/identity`, `/invoice` and `/quote` being added; absent: nowhere yet. */
  readonly webhook?: string
  readonly contacts: number | 'sample'
  readonly seed: number
  readonly dialect: Partial<Dialect>
  /** The folder of a recording to answer from; absent: both servers are simulated. */
  readonly replay?: string
}

/** Shown for `--help`, and after a mistake. */
export const usage = `Siagh and the Payamgostar CRM as simulators on this machine

  siagh-sync-sandbox [options]

  --siagh-port N     port of Siagh, default 7001; 0 takes any that is free
  --crm-port N       port of the CRM, default 7002
  --control-port N   port of the control API, default 7003
  --webhook URL      where the CRM sends its webhooks: URL/identity, URL/invoice and URL/quote, a query string being kept
  --contacts N       untidy contacts in Siagh at the start; default a handful
  --seed N           the same seed makes the same samples and draws the same faults; default 1
  --dialect NAME=VALUE  answers in another way where nobody knows the real one, as missingId=500; can be repeated
  --replay FOLDER    answers from a recording of siagh-sync serve --record, without simulating anything
  --help             this text
`

const wholeNumber = (name: string, text: string): number => {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}".`)
  return Number(text)
}

const port = (name: string, text: string): number => {
  const number = wholeNumber(name, text)
  if (number > 65_535) throw new Error(`--${name} must be a port, at most 65535, not "${text}".`)
  return number
}

const webhookUrl = (text: string): string => {
  if (!/^https?:/.test(text) || !URL.canParse(text)) {
    throw new Error(`--webhook must be an address such as http://127.0.0.1:3000/webhook/crm?secret=…, not "${text}".`)
  }
  return text
}

/** What is wrong with the command, or why its servers do not listen, in words that say what to do. */
export const complaint = (error: unknown): string => {
  if (!(error instanceof Error)) return `siagh-sync-sandbox: ${String(error)}\n`
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `siagh-sync-sandbox: another program uses port ${String(error.port)}. Choose with --siagh-port, --crm-port and --control-port; 0 takes any that is free.\n`
  }
  return `siagh-sync-sandbox: ${error.message}\nsiagh-sync-sandbox --help lists the options.\n`
}

/** Reads the arguments; `help` where they ask for it. Throws one sentence about the first that is wrong. */
export const readCliOptions = (args: readonly string[]): CliOptions | 'help' => {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      'siagh-port': { ...text, default: '7001' },
      'crm-port': { ...text, default: '7002' },
      'control-port': { ...text, default: '7003' },
      webhook: text,
      contacts: text,
      seed: { ...text, default: '1' },
      dialect: { ...text, multiple: true, default: [] },
      replay: text,
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  return {
    siaghPort: port('siagh-port', values['siagh-port']),
    crmPort: port('crm-port', values['crm-port']),
    controlPort: port('control-port', values['control-port']),
    ...(values.webhook === undefined ? {} : { webhook: webhookUrl(values.webhook) }),
    contacts: values.contacts === undefined ? 'sample' : wholeNumber('contacts', values.contacts),
    seed: wholeNumber('seed', values.seed),
    dialect: readDialect(values.dialect),
    ...(values.replay === undefined ? {} : { replay: values.replay }),
  }
}
