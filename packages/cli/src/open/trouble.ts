import type { TransportEvent } from '@siagh-sync/siagh-client'
import { cliSaying } from '../messages/cli-messages'
import type { Speech } from '../speech/speech'

const AGAIN_MS = 30_000

/** Tells a person who waits that a server does not answer: at once, and not again for half a minute. */
export function troubleTeller(note: (text: string) => void, speech: Speech): (event: TransportEvent) => void {
  const toldAt = new Map<TransportEvent['system'], number>()
  return (event) => {
    if (event.kind !== 'retry') return
    const { system, reason } = event
    if (Date.now() - (toldAt.get(system) ?? -Infinity) < AGAIN_MS) return
    toldAt.set(system, Date.now())
    note(speech.say('server_silent', { system: cliSaying(`system_${system}`), reason }))
  }
}
