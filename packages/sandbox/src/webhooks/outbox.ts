import type { SandboxClock } from '../clock'
import type { Random } from '../random'
import type { Delivery, WebhookSettings } from './webhook-settings'

type Settings = Pick<WebhookSettings, 'send' | 'delayMs' | 'duplicates' | 'reordering' | 'loss' | 'concurrency'>
type Draft = Pick<Delivery, 'event' | 'id' | 'type' | 'url'>
type Writable<T> = { -readonly [K in keyof T]: T[K] }

const longestHoldMs = 2000

/** Webhooks on their way: delayed, doubled, held back or lost as the settings of the moment say. */
export interface Outbox {
  post(draft: Draft): void
  deliveries(): readonly Delivery[]
  idle(): Promise<void>
}

/** An empty outbox. */
export const createOutbox = (clock: SandboxClock, random: Random, settings: () => Settings): Outbox => {
  const all: Delivery[] = []
  const ready: Writable<Delivery>[] = []
  const waiters: (() => void)[] = []
  let unsettled = 0
  let underWay = 0

  const settled = (): void => {
    unsettled -= 1
    if (unsettled === 0) for (const resolve of waiters.splice(0)) resolve()
  }
  const send = async (delivery: Writable<Delivery>): Promise<void> => {
    underWay += 1
    try {
      delivery.status = (await settings().send(delivery.url)).status
      delivery.state = 'answered'
    } catch (error) {
      delivery.state = 'failed'
      delivery.reason = error instanceof Error ? error.message : String(error)
    }
    underWay -= 1
    pump()
    settled()
  }
  const pump = (): void => {
    while (underWay < settings().concurrency) {
      const delivery = ready.shift()
      if (delivery === undefined) return
      void send(delivery)
    }
  }
  const put = (draft: Draft): void => {
    const delivery: Writable<Delivery> = { ...draft, at: clock.now(), state: 'waiting' }
    all.push(delivery)
    if (random.chance(settings().loss)) {
      delivery.state = 'lost'
      return
    }
    unsettled += 1
    const leave = (): void => {
      ready.push(delivery)
      pump()
    }
    const heldMs = random.chance(settings().reordering) ? random.int(1, longestHoldMs) : 0
    const waitMs = settings().delayMs + heldMs
    if (waitMs > 0) clock.after(waitMs, leave)
    else leave()
  }

  return {
    post: (draft) => {
      put(draft)
      if (random.chance(settings().duplicates)) put(draft)
    },
    deliveries: () => all,
    idle: () => (unsettled === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
  }
}
