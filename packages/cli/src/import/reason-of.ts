import type { ImportedContact } from '@siagh-sync/first-import'
import type { SyncError } from '@siagh-sync/sync-core'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { inEnglish } from '../messages/cli-messages'
import { withoutIsolates } from '../output/isolate'
import type { Speech } from '../speech/speech'

/** Why a contact was left out, left to a person, or failed, in one line; empty for every other. */
export function reasonOf({ reason, error }: ImportedContact, speech: Speech): string {
  if (error !== undefined) return reasonOfError(error, speech)
  return reason === undefined ? '' : speech.say(`skip_${reason}`)
}

/** An error in one line. */
export function reasonOfError(error: SyncError, speech: Speech): string {
  const { message, details } = saidBy(error)
  const head = `${speech.say(`error_${error.kind}`)}: ${speech.tell(message)}`
  return withoutIsolates([head, ...details.map((line) => speech.tell(line))].join('; '))
}

/** The same in English, for `--json`. */
export function reasonInEnglish(error: SyncError): string {
  const { message, details } = saidBy(error)
  return [`${error.kind}: ${inEnglish(message)}`, ...details.map(inEnglish)].join('; ')
}
