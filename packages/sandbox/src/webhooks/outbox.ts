import type { SandboxClock } from '../clock'
import type { Random } from '../random'
import { createSendingLine, type PendingDelivery } from './sending-line'
import type { Delivery, WebhookSettings } from './webhook-settings'

type Settings = Omit<WebhookSettings, 'target' | 'events' | 'updatesAfterInsert'> & {
  /** Whether a webhook that was not accepted is sent again. */
  readonly isRetried: boolean
}
type Draft = Pick<Delivery, 'event' | 'id' | 'type' | 'url'>

const longestHoldMs = 2000
const retryMs = 5000
const retries = 3

const runAfter = (clock: SandboxClock, ms: number, run: () => void): void => {
  if (ms > 0) clock.after(ms, run)
  else run()
}

/** Webhooks on their way: delayed, doubled, held back or lost as the settings of the moment say. */
export interface Outbox {
  readonly post: (draft: Draft) => void
  readonly deliveries: () => readonly Delivery[]
  readonly idle: () => Promise<void>
}

/** An empty outbox. */
export const createOutbox = (clock: SandboxClock, random: Random, settings: () => Settings): Outbox => {
  const all: Delivery[] = []
  const line = createSendingLine(settings)

  const waitMs = (): number =>
    settings().delayMs + (random.chance(settings().reordering) ? random.int(1, longestHoldMs) : 0)
  const send = (draft: Draft, waitsMs: number, retriesLeft: number): void => {
    const delivery: PendingDelivery = { ...draft, at: clock.now(), state: 'waiting' }
    all.push(delivery)
    const again = (): void => {
      const isAccepted = delivery.state === 'answered' && (delivery.status ?? 500) < 300
      if (settings().isRetried && !isAccepted && retriesLeft > 0) send(draft, retryMs, retriesLeft - 1)
    }
    line.expect(delivery, (leave) => runAfter(clock, waitsMs, leave), again)
  }
  const put = (draft: Draft): void => {
    if (random.chance(settings().loss)) all.push({ ...draft, at: clock.now(), state: 'lost' })
    else send(draft, waitMs(), retries)
  }
  return {
    post: (draft) => {
      put(draft)
      if (random.chance(settings().duplicates)) put(draft)
    },
    deliveries: () => all,
    idle: line.idle,
  }
}
