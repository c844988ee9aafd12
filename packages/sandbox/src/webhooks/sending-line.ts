import type { Delivery, WebhookSettings } from './webhook-settings'

/** A delivery whose outcome is still to be written down. */
export type PendingDelivery = { -readonly [K in keyof Delivery]: Delivery[K] }

/** Sends deliveries in the order in which they leave, so many at once. */
export interface SendingLine {
  /** Counts the delivery as waiting from now on, and sends it once `schedule` calls what it is given. `done`: it has ended. */
  readonly expect: (delivery: PendingDelivery, schedule: (leave: () => void) => void, done: () => void) => void
  /** Resolves when nothing is expected or under way. */
  readonly idle: () => Promise<void>
}

const carryOut = async (delivery: PendingDelivery, send: WebhookSettings['send']): Promise<void> => {
  try {
    delivery.status = (await send(delivery.url)).status
    delivery.state = 'answered'
  } catch (error) {
    delivery.state = 'failed'
    delivery.reason = error instanceof Error ? error.message : String(error)
  }
}

/** A line in which nothing waits. */
export const createSendingLine = (settings: () => Pick<WebhookSettings, 'send' | 'concurrency'>): SendingLine => {
  const ready: { readonly delivery: PendingDelivery; readonly done: () => void }[] = []
  const waiters: (() => void)[] = []
  let expected = 0
  let underWay = 0

  const pump = (): void => {
    while (underWay < settings().concurrency) {
      const next = ready.shift()
      if (next === undefined) return
      underWay += 1
      void carryOut(next.delivery, settings().send).then(() => {
        next.done()
        finish()
      })
    }
  }
  const finish = (): void => {
    underWay -= 1
    expected -= 1
    pump()
    if (expected === 0) for (const resolve of waiters.splice(0)) resolve()
  }
  return {
    expect: (delivery, schedule, done) => {
      expected += 1
      schedule(() => {
        ready.push({ delivery, done })
        pump()
      })
    },
    idle: () => (expected === 0 ? Promise.resolve() : new Promise((resolve) => waiters.push(resolve))),
  }
}
