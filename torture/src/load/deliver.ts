import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '../../../test-support/random'
import type { LoadRecord } from './record'

/** A webhook that came back with 2xx. */
interface Acknowledged {
  readonly record: LoadRecord
  /** The webhook covers everything that happened to the record in the CRM before this time. */
  readonly sentAt: number
  readonly acknowledgedAt: number
}

/** The webhooks so far, by result. */
export interface Deliveries {
  due: number
  /** Sent again after a failure or a status other than 2xx. */
  retried: number
  /** Given up without a 2xx. */
  givenUp: number
  readonly acknowledged: Acknowledged[]
}

/** Where webhooks go. */
export interface Target {
  readonly urls: readonly string[]
  readonly secret: string
}

// Far longer than any outage of ours.
const PATIENCE_MS = 180_000
const ANSWER_MS = 5_000

type Event = 'Insert' | 'Update' | 'Delete'

/** Sends one webhook until a web acknowledges it: after every failure to another web, a moment later. */
export async function deliver(
  record: LoadRecord,
  event: Event,
  { urls, secret }: Target,
  deliveries: Deliveries,
  random: Random,
): Promise<void> {
  deliveries.due += 1
  const type = record.kind === 'identity' ? 'Identity' : record.kind === 'invoice' ? 'Invoice' : 'Quote'
  const query = new URLSearchParams({ secret, event, id: record.id, type })
  const deadline = Date.now() + PATIENCE_MS
  for (let turn = random.int(0, urls.length - 1); Date.now() < deadline; turn += 1) {
    const { version } = record
    const sentAt = Date.now()
    if (await isAcknowledged(`${urls[turn % urls.length] ?? ''}/webhook/crm/${record.kind}?${query.toString()}`)) {
      record.acknowledgedVersion = Math.max(record.acknowledgedVersion, version)
      deliveries.acknowledged.push({ record, sentAt, acknowledgedAt: Date.now() })
      return
    }
    deliveries.retried += 1
    await sleep(random.int(100, 1_000))
  }
  deliveries.givenUp += 1
}

async function isAcknowledged(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false // the web is dead, restarting, or does not answer
  }
}
