import { readdirSync, readFileSync } from 'node:fs'
import { basename, sep } from 'node:path'

/** A request to one of the servers and its answer, as they were recorded. */
export interface Exchange {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: Record<string, unknown>
  }
  /** `text` in place of `body`: the answer was no JSON. */
  readonly response: {
    readonly status: number
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly text?: string
  }
}

/** A call of a webhook, as it was recorded. */
export interface RecordedWebhook {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly body?: Record<string, string>
}

const folder = new URL('./exchanges/', import.meta.url)

/** The names of the recorded exchanges of one server, in order. Those of a recording begin with the name of its folder. */
export function exchangeNames(system: 'siagh' | 'crm'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file).startsWith(`${system}-`) && file.endsWith('.json'))
    .map((file) => file.replaceAll(sep, '/').replace('.json', ''))
    .filter((name) => name !== WEBHOOKS)
    .sort()
}

const WEBHOOKS = 'crm-webhooks'

export const readExchange = (name: string): Exchange => read(name) as Exchange

export const recordedWebhooks = (): readonly RecordedWebhook[] => read(WEBHOOKS) as RecordedWebhook[]

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
}
