import { setTimeout as sleep } from 'node:timers/promises'
import type { Control, Side } from '../stage/control'
import type { Mischief } from './mischief'

/** Nobody listens where Siagh was. */
export const siaghAway: Mischief = {
  name: 'Siagh away',
  async act({ stage, scale }) {
    await stage.control.fault('siagh', { set: 'away' })
    await sleep(scale.siaghAwayMs)
    await stage.control.heal('siagh')
    await switchFaultsOn(stage.control, 'siagh')
    return `${String(scale.siaghAwayMs)} ms`
  },
}

const LATENCY_MS = 20

// Of all calls of a side, so many meet each fault.
const rates = {
  resetBefore: 0.004,
  resetAfter: 0.004,
  truncatedJson: 0.003,
  error500: 0.004,
  htmlPage: 0.002,
  rateLimited: 0.004,
} as const

/** What goes wrong with single calls of a side all the while, on top of 20 ms that every call takes. */
export async function switchFaultsOn(control: Control, side: Side): Promise<void> {
  await control.fault(side, { latency: LATENCY_MS })
  for (const [fault, rate] of Object.entries(rates)) await control.fault(side, { rate, fault })
  if (side === 'crm') return
  for (const operation of ['saveContact', 'savePreInvoice'])
    await control.fault(side, { rate: 0.002, fault: 'refusal', operation })
}

/** Both servers are well again, and quick. */
export async function switchFaultsOff(control: Control): Promise<void> {
  await control.heal('siagh')
  await control.heal('crm')
}
