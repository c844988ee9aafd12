import { setTimeout as sleep } from 'node:timers/promises'
import type { Control } from '../stage/control'
import type { Scene } from './mischief'

const expiries = [
  { side: 'siagh', next: 'saveContact', fault: 'expiredSession' },
  { side: 'siagh', next: 'getAll', fault: 'expiredSession' },
  { side: 'crm', next: 'personGet', fault: 'expiredSession' },
  { side: 'crm', next: 'organizationGet', fault: 'expiredSession' },
  'all sessions',
] as const

const hangs = [
  { side: 'crm', next: 'personGet', fault: 'hang' },
  { side: 'siagh', next: 'getAll', fault: 'hang' },
  { side: 'siagh', next: 'saveContact', fault: 'hangAfter' },
] as const

const PAUSE_MS = 15_000
const LOOK_MS = 500

/**
 * One after the other, single calls meet faults that are too costly for a rate, until `signal`. A call that hangs keeps its worker for
 * half a minute. A session that ends twice during one call is rightly a failure, so that some time passes between two ends.
 */
export async function strikeOnce({ stage, scale, random }: Scene, signal: AbortSignal): Promise<void> {
  const { control } = stage
  const faults = scale.hangs ? [...expiries, ...hangs] : expiries
  const isOver = () => signal.aborted
  while (!isOver()) {
    const strike = random.pick(faults)
    if (strike === 'all sessions') await control.expireSessions()
    else {
      const { side, ...order } = strike
      await control.fault(side, order)
    }
    while (!isOver() && (await isStillToStrike(control))) await pause(LOOK_MS, signal)
    await pause(PAUSE_MS, signal)
  }
}

async function isStillToStrike(control: Control): Promise<boolean> {
  const lists = await Promise.all([control.faults('siagh'), control.faults('crm')])
  return lists.flat().some(({ kind }) => kind === 'next')
}

/** Ends early with the load. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
