import { err, ok } from 'neverthrow'
import { pause, type Work } from '@siagh-sync/sync-core/long-work'
import { readMappings } from '@siagh-sync/sync-core/matching'
import { doubtLists } from './doubt-lists'
import type { ImportEvent } from './import-events'
import { isStopped, type Job } from './job'
import { findKnownPairs, keepForImport, type KnownPairs } from './known-pairs'
import { readCrm, type ReadCrm } from './read-crm'
import { readSiagh, type ReadSiagh } from './read-siagh'

/** Both systems as they were read, and the pairs that the store already knows. */
export interface ReadSystems {
  readonly crm: ReadCrm
  readonly siagh: ReadSiagh
  readonly pairs: KnownPairs
}

/** How often both systems are read. Then a list that lacks what the store knows ends the import. */
const READINGS = 3

/**
 * Reads both systems. A list that lacks what the store knows is not believed. Both systems are read again, and
 * finally the import fails. If the signal ends the reading, returns what was read so far.
 */
export async function* readSystems(job: Job): Work<ImportEvent, ReadSystems> {
  const { context, options } = job
  for (let reading = 1; ; reading += 1) {
    const crm = yield* readCrm(job)
    if (crm.isErr()) return err(crm.error)
    const siagh = yield* readSiagh(job)
    if (siagh.isErr()) return err(siagh.error)
    // The mappings are read after the contacts, because each process stores its intent before it creates a contact.
    const mappings = await readMappings(context, keepForImport(crm.value.identities))
    if (mappings.isErr()) return err(mappings.error)
    const unreadable = new Set(crm.value.unreadable.map(({ id }) => id))
    const shown = { identities: crm.value.identities, isUnreadable: (id: string) => unreadable.has(id) }
    const pairs = findKnownPairs(mappings.value, shown, job.lease?.hold.takenAt)
    const doubt = isStopped(job)
      ? ok(null)
      : await doubtLists(job, { contacts: siagh.value.contacts, mappings: mappings.value, unread: pairs.unread })
    if (doubt.isErr()) return err(doubt.error)
    if (doubt.value === null || isStopped(job)) return ok({ crm: crm.value, siagh: siagh.value, pairs })
    if (reading === READINGS) return err(doubt.value)
    await pause(context.clock, context.rules.retry.afterUnknownWriteMs, options.signal)
  }
}
