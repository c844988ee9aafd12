import { readdirSync, readFileSync } from 'node:fs'

/** A request to one of the servers and its answer, as they were recorded. */
export interface Exchange {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: Record<string, unknown>
  }
  readonly response: { readonly status: number; readonly body: unknown }
}

/** A call of a webhook, as it was recorded. */
export interface RecordedWebhook {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly body?: Record<string, string>
}

const folder = new URL('./exchanges/', import.meta.url)

/** The names of the recorded exchanges of one server, in order. */
export function exchangeNames(system: 'siagh' | 'crm'): string[] {
  return readdirSync(folder)
    .map((file) => file.replace('.json', ''))
    .filter((name) => name.startsWith(`${system}-`) && name !== WEBHOOKS)
    .sort()
}

const WEBHOOKS = 'crm-webhooks'

export const readExchange = (name: string): Exchange => read(name) as Exchange

export const recordedWebhooks = (): readonly RecordedWebhook[] => read(WEBHOOKS) as RecordedWebhook[]

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
}
