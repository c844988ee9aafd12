import { setTimeout as sleep } from 'node:timers/promises'
import type { Scene } from './mischief'

// A rate would now and then strike the repetition of a call, too; the second 401 in a row is rightly a failure, and a call that hangs
// keeps its worker for half a minute.
const expiries = [
  { side: 'siagh', next: 'saveContact', fault: 'expiredSession' },
  { side: 'siagh', next: 'savePreInvoice', fault: 'expiredSession' },
  { side: 'siagh', next: 'getAll', fault: 'expiredSession' },
  { side: 'crm', next: 'personGet', fault: 'expiredSession' },
  { side: 'crm', next: 'invoiceGet', fault: 'expiredSession' },
] as const

const hangs = [
  { side: 'crm', next: 'personGet', fault: 'hang' },
  { side: 'siagh', next: 'getAll', fault: 'hang' },
  { side: 'siagh', next: 'saveContact', fault: 'hangAfter' },
] as const

const EVERY_MS = 2_000

/** Every few seconds one single call meets a fault of those that are too costly for a rate, until `signal`. */
export async function strikeOnce({ stage, scale, random }: Scene, signal: AbortSignal): Promise<void> {
  const { control } = stage
  const faults = scale.hangs ? [...expiries, ...hangs] : expiries
  while (!signal.aborted) {
    const { side, ...order } = random.pick(faults)
    await control.fault(side, order)
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined) // the end of the load
  }
}
