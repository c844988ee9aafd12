import { once } from 'node:events'
import { InvalidArgumentError } from 'commander'
import { err, ok } from 'neverthrow'
import type { ListeningSandbox, Sandbox } from '@siagh-sync/sandbox'
import type { Answer } from '../answer'
import { DONE } from '../exit-codes'
import { cannotStart } from '../failure'
import { define } from './define'

interface Options {
  readonly siaghPort: number
  readonly crmPort: number
  readonly controlPort: number
  readonly contacts?: number
  readonly people: number
  readonly seed: number
}

/** Of this simulation, which holds nobody's data. */
const SECRET = 'sandbox-webhook-secret'

export const registerSandbox = define(
  {
    usage: 'sandbox',
    summary: 'Siagh and the CRM as simulators on this machine, for trying everything',
    examples: [
      ['sandbox >.env', 'and in another terminal of this folder, every other command'],
      ['sandbox --contacts 500 --people 50', 'Siagh with 500 contacts, the CRM with 50 people'],
    ],
    notes: 'What it prints is a configuration for the environment. Ctrl-C stops it, and what it held is gone.',
  },
  (command) =>
    command
      .option('--siagh-port <number>', 'port of Siagh; 0 takes any that is free', port, 7001)
      .option('--crm-port <number>', 'port of the CRM', port, 7002)
      .option('--control-port <number>', 'port by which records are made and faults are set', port, 7003)
      .option('--contacts <number>', 'untidy contacts in Siagh; default: a handful', count)
      .option('--people <number>', 'people in the CRM', count, 0)
      .option('--seed <number>', 'the same seed makes the same samples', count, 1),
  async (
    { announce, interruption: { signal } },
    { siaghPort, crmPort, controlPort, contacts, people, seed }: Options,
  ) => {
    const { createSandbox, samplePeople } = await import('@siagh-sync/sandbox')
    const sandbox = createSandbox({ contacts: contacts ?? 'sample', seed })
    for (const person of samplePeople(people, seed)) sandbox.crm.createPerson(person)
    sandbox.crm.webhooks.pointAt(`http://127.0.0.1:3000/webhook/crm?secret=${SECRET}`)
    try {
      const listening = await sandbox.listen({ siaghPort, crmPort, controlPort })
      announce(listeningAt(sandbox, listening))
      if (!signal.aborted) await once(signal, 'abort')
      await listening.close()
      return ok('announced')
    } catch (error) {
      return err(cannotStart(`The sandbox cannot listen: ${error instanceof Error ? error.message : String(error)}`))
    }
  },
)

function listeningAt({ siagh, crm }: Sandbox, { siaghUrl, crmUrl, controlUrl }: ListeningSandbox): Answer {
  const environment = {
    SIAGH_URL: siaghUrl,
    SIAGH_USERNAME: siagh.username,
    SIAGH_PASSWORD: siagh.password,
    CRM_URL: crmUrl,
    CRM_USERNAME: crm.username,
    CRM_PASSWORD: crm.password,
    WEBHOOK_SECRET: SECRET,
    WEBHOOK_PUBLIC_URL: 'http://127.0.0.1:3000/webhook/crm',
  }
  const lines = Object.entries(environment).map(([name, value]) => `${name}="${value}"`)
  return {
    exitCode: DONE,
    result: { siaghUrl, crmUrl, controlUrl, environment },
    text: () =>
      [
        '# A simulated Siagh and a simulated CRM, as long as `siagh-sync sandbox` runs: put this into .env.',
        ...lines,
        '# What the two hold, and how to change it (packages/sandbox/README.md):',
        `#   curl ${controlUrl}`,
        `#   curl -X POST ${controlUrl}/crm/person`,
        `#   curl ${controlUrl}/siagh/contacts`,
      ].join('\n'),
  }
}

function count(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}

function port(text: string): number {
  const number = count(text)
  if (number <= 65_535) return number
  throw new InvalidArgumentError('It must be a port, at most 65535.')
}
