import { err, ok, type Result } from 'neverthrow'
import type { SiaghIds, SyncError } from '@siagh-sync/sync-core'
import { doubtContacts, readEitherType, type ContactTable, type MappingTable } from '@siagh-sync/sync-core/matching'
import { patiently, type Job } from './job'
import type { KeptMapping } from './known-pairs'
import { worded } from '@siagh-sync/sync-core/messages'

/**
 * How many of the identities that the CRM did not show are requested by id: half of them the newest, half of them the
 * oldest.
 */
const SAMPLE = 20

/** The lists to check. */
interface Held {
  readonly contacts: ContactTable
  readonly mappings: MappingTable<KeptMapping>
  /** Mapped identities that the CRM did not show. */
  readonly unread: readonly string[]
}

/**
 * The error of a list that lacks what the store knows. `null`: there is nothing wrong. An import with an old or cut
 * list would create identities a second time, or link the wrong ones.
 */
export async function doubtLists(
  job: Job,
  { contacts, mappings, unread }: Held,
): Promise<Result<SyncError | null, SyncError>> {
  const mapped: SiaghIds[] = []
  for (const { code } of mappings.rows()) if (code !== undefined) mapped.push({ code: String(code) })
  const doubt = doubtContacts(contacts, mapped, job.context.rules)
  return doubt ? ok(doubt) : doubtIdentities(job, unread)
}

/** If the CRM has an identity and does not list it, its list is not complete. A deleted identity proves nothing. */
async function doubtIdentities(job: Job, unread: readonly string[]): Promise<Result<SyncError | null, SyncError>> {
  const half = SAMPLE / 2
  const sample = new Set([...unread.slice(0, half), ...unread.slice(-half)])
  for (const id of sample) {
    const read = await patiently(job, () => readEitherType(job.context.crm, id))
    if (read.isErr()) return err(read.error)
    if (read.value.is === 'found') return ok(notListed(id))
  }
  return ok(null)
}

function notListed(id: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('identity_not_listed', { id }), path: '' }
}
