import type { TransportEvent } from '@siagh-sync/siagh-client'

const AGAIN_MS = 30_000

const NAMES = { siagh: 'Siagh', crm: 'The CRM' } as const

/** Tells a person who waits that a server does not answer: at once, and not again for half a minute. */
export function troubleTeller(note: (text: string) => void): (event: TransportEvent) => void {
  const toldAt = new Map<TransportEvent['system'], number>()
  return (event) => {
    if (event.kind !== 'retry') return
    const { system, reason } = event
    if (Date.now() - (toldAt.get(system) ?? -Infinity) < AGAIN_MS) return
    toldAt.set(system, Date.now())
    note(`${NAMES[system]} does not answer (${reason}); it is tried again.`)
  }
}
