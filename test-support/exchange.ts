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

/** A webhook and our answer, as `serve --record` writes them. */
export interface WebhookExchange {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: unknown
    /** In place of `body`: the body was no JSON. */
    readonly text?: string
    /** The text was not in UTF-8. */
    readonly isBroken?: boolean
  }
  readonly response: { readonly status: number; readonly body: unknown }
}

const folder = new URL('./exchanges/', import.meta.url)

/** The names of the recorded exchanges of one server, or of the recorded webhooks, in order. Those of a recording begin with the name of its folder. */
export function exchangeNames(system: 'siagh' | 'crm' | 'webhook'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file).startsWith(`${system}-`) && file.endsWith('.json'))
    .map((file) => file.replaceAll(sep, '/').replace('.json', ''))
    .filter((name) => name !== WEBHOOKS)
    .sort()
}

const WEBHOOKS = 'crm-webhooks'

export const readExchange = (name: string): Exchange => read(name) as Exchange

export const readWebhook = (name: string): WebhookExchange => read(name) as WebhookExchange

export const recordedWebhooks = (): readonly RecordedWebhook[] => read(WEBHOOKS) as RecordedWebhook[]

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
}
