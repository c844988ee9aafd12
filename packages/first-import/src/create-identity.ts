import type { NewOrganization, NewPerson } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { IdentityType, SyncError } from '@siagh-sync/sync-core'
import { busy, pause, sendWhileHeld, type TakenLease } from '@siagh-sync/sync-core/long-work'
import { normalizeId } from '@siagh-sync/sync-core/matching'
import { worded } from '@siagh-sync/sync-core/messages'
import { refusedIdentity } from './refused-identity'
import { isOutage, isStopped, waitForServer, type Job } from './job'

/** The result of creating an identity. */
export type Making =
  | { readonly made: 'yes'; readonly id: string }
  /** The CRM refused it. */
  | { readonly made: 'no'; readonly error: SyncError }
  /**
   * The create was sent, and nobody knows whether it was carried out. Before it is sent again, the identity has to be
   * looked for.
   */
  | { readonly made: 'unknown'; readonly error: SyncError }
  /** The import was ended before the create was sent. */
  | { readonly made: 'stopped' }

const LATE_MS = 1_000

/**
 * Creates an identity. While the CRM is away, it waits. The create leaves only while the import's lease lasts longer
 * than the create may take to arrive. So the next import, which reads the CRM under the lease, finds the identity. An
 * error ends the import: the lease is lost, or the CRM takes no calls from us.
 */
export async function createIdentity(
  job: Job,
  lease: TakenLease,
  identity: NewPerson | NewOrganization,
  type: IdentityType,
): Promise<Result<Making, SyncError>> {
  const { crm } = job.calls
  const { clock, rules } = job.context
  for (let failures = 0; ;) {
    if (isStopped(job)) return ok({ made: 'stopped' })
    if (lease.isLost()) return err(busy(worded('busy_import_taken_over')))
    const sent = await sendWhileHeld({ hold: lease.hold, clock, rules }, (mayLeave) =>
      type === 'person' ? crm.createPerson(identity, { mayLeave }) : crm.createOrganization(identity, { mayLeave }),
    )
    if (sent.end === 'done') return ok({ made: 'yes', id: normalizeId(sent.value.crmId) ?? sent.value.crmId })
    const { error } = sent
    if (error.kind === 'unauthorized') return err(error)
    if (error.kind === 'busy') await pause(clock, LATE_MS, job.options.signal)
    else if (isOutage(error)) await waitForServer(job, error, (failures += 1))
    else if (sent.end === 'unknown') return ok({ made: 'unknown', error })
    else return ok({ made: 'no', error: refusedIdentity(error, identity) })
  }
}
