import type { TransportEvent } from '@siagh-sync/siagh-client'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { cliSaying } from '../messages/cli-messages'
import type { Speech } from '../speech/speech'

const AGAIN_MS = 30_000

/** The reasons of a retry that are words of the client. The others are codes, such as `ECONNREFUSED` and `HTTP 503`. */
const REASONS: ReadonlyMap<string, Saying> = new Map([
  ['NO_CODE', cliSaying('reason_unnamed')],
  ['timeout', cliSaying('reason_timeout')],
  ['too_large', cliSaying('reason_too_long')],
  ['undecodable', cliSaying('reason_unreadable')],
])

/** Tells a person who waits that a server does not answer: at once, and not again for half a minute. */
export function troubleTeller(note: (text: string) => void, speech: Speech): (event: TransportEvent) => void {
  const saidAt = new Map<TransportEvent['system'], number>()
  return (event) => {
    if (event.kind !== 'retry') return
    const { system, reason } = event
    if (Date.now() - (saidAt.get(system) ?? -Infinity) < AGAIN_MS) return
    saidAt.set(system, Date.now())
    note(speech.say('server_silent', { system: cliSaying(`system_${system}`), reason: REASONS.get(reason) ?? reason }))
  }
}
