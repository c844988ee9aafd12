import { err, ok } from 'neverthrow'
import type { SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'
import { createPace, type Work } from '@siagh-sync/sync-core/long-work'
import { readIdentities } from '@siagh-sync/sync-core/matching'
import { createIdentityTable, type IdentityTable } from './identity-table'
import type { ImportEvent, ImportReport, ReadState } from './import-events'
import { isOutage, isStopped, progressOf, stateOf, waitForServer, type Job } from './job'

/** The CRM as it was read. */
export interface ReadCrm {
  readonly identities: IdentityTable
  /** Identities that are listed, but shown neither as a person nor as an organization. */
  readonly unreadable: readonly UnreadableIdentity[]
  readonly readBy: ImportReport['readBy']
  readonly state: ReadState
}

/**
 * Reads all identities. After an outage it starts again. If the signal ends the reading, returns what was read so
 * far.
 */
export async function* readCrm(job: Job): Work<ImportEvent, ReadCrm> {
  const { context, options } = job
  const pace = createPace(context.clock)
  for (let failures = 0; ;) {
    const identities = createIdentityTable(context.rules)
    const unreadable: UnreadableIdentity[] = []
    let readBy: ImportReport['readBy'] = 'find'
    let total: number | undefined
    let failure: SyncError | undefined
    for await (const page of readIdentities(context, options.signal ? { signal: options.signal } : {})) {
      if (page.isErr()) failure = page.error
      else {
        for (const identity of page.value.identities) identities.add(identity)
        unreadable.push(...page.value.unreadable)
        if (page.value.by === 'search') readBy = 'search'
        total = page.value.total
        if (pace.isDue()) yield progressOf('reading-crm', pace.at(identities.length(), total))
      }
    }
    const read = () => ok({ identities, unreadable, readBy, state: stateOf(job, identities.length()) })
    yield progressOf('reading-crm', pace.at(identities.length(), failure ? total : identities.length()))
    if (!failure || isStopped(job)) return read()
    if (!isOutage(failure)) return err(failure)
    await waitForServer(job, failure, (failures += 1))
    if (isStopped(job)) return read()
  }
}
