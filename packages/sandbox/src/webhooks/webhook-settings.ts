import type { CrmEvent } from '../crm/object-table'
import { sendGet } from './send-get'
import type { WebhookType } from './webhook-url'

/** What the administrator set, and what goes wrong on the way. Probabilities are from 0 to 1, drawn from the seed. */
export interface WebhookSettings {
  /**
   * The URL typed for each type, exactly as it is to be called but for the CRM's own parameters; one text for all types.
   * `undefined`: no webhooks. `pointAt` sets three URLs at once.
   */
  readonly target: string | Readonly<Partial<Record<WebhookType, string>>> | undefined
  /** Which events are ticked; default all. */
  readonly events: Readonly<Partial<Record<WebhookType, readonly CrmEvent[]>>>
  /** What carries a webhook out; default a plain GET by `node:http`. A rejection is a delivery that failed. */
  readonly send: (url: string) => Promise<{ readonly status: number }>
  /** How many `Update`s follow the `Insert` of a save; default 1. */
  readonly updatesAfterInsert: number
  /** Every webhook leaves this much later; default 0. */
  readonly delayMs: number
  /** How likely a webhook is sent twice. */
  readonly duplicates: number
  /** How likely a webhook is held back by up to two seconds, so that later ones pass it. */
  readonly reordering: number
  /** How likely a webhook is never sent. */
  readonly loss: number
  /** How many are under way at once; default 8. */
  readonly concurrency: number
}

/** A webhook that was due. */
export interface Delivery {
  readonly event: CrmEvent
  readonly id: string
  readonly type: WebhookType
  readonly url: string
  /** When it was due, in milliseconds since the epoch. */
  readonly at: number
  /** `waiting` until an answer or a failure; `lost` was never sent. */
  readonly state: 'waiting' | 'answered' | 'failed' | 'lost'
  readonly status?: number
  /** Why it failed. */
  readonly reason?: string
}

/** A CRM whose administrator has typed no URL yet, and a network that loses nothing. */
export const defaultSettings: WebhookSettings = {
  target: undefined,
  events: {},
  send: sendGet,
  updatesAfterInsert: 1,
  delayMs: 0,
  duplicates: 0,
  reordering: 0,
  loss: 0,
  concurrency: 8,
}
