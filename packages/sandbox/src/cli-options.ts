import { parseArgs } from 'node:util'

/** What the command was started with. */
export interface CliOptions {
  readonly siaghPort: number
  readonly crmPort: number
  readonly controlPort: number
  /** Where the CRM sends its webhooks, `/identity`, `/invoice` and `/quote` being added; absent: nowhere yet. */
  readonly webhook?: string
  readonly contacts: number | 'sample'
  readonly seed: number
}

/** Shown for `--help`, and after a mistake. */
export const usage = `Siagh and the Payamgostar CRM as simulators on this machine

  sandbox [options]

  --siagh-port N     port of Siagh, default 7001; 0 takes any that is free
  --crm-port N       port of the CRM, default 7002
  --control-port N   port of the control API, default 7003
  --webhook URL      where the CRM sends its webhooks: URL/identity, URL/invoice and URL/quote, a query string being kept
  --contacts N       untidy contacts in Siagh at the start; default a handful
  --seed N           the same seed makes the same samples and draws the same faults; default 1
  --help
`

const wholeNumber = (name: string, text: string): number => {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}"`)
  return Number(text)
}

const webhookUrl = (text: string): string => {
  if (!URL.canParse(text)) throw new Error(`--webhook wants a URL, not "${text}"`)
  return text
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
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  return {
    siaghPort: wholeNumber('siagh-port', values['siagh-port']),
    crmPort: wholeNumber('crm-port', values['crm-port']),
    controlPort: wholeNumber('control-port', values['control-port']),
    ...(values.webhook === undefined ? {} : { webhook: webhookUrl(values.webhook) }),
    contacts: values.contacts === undefined ? 'sample' : wholeNumber('contacts', values.contacts),
    seed: wholeNumber('seed', values.seed),
  }
}
