import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import { pause } from '@siagh-sync/sync-core/long-work'
import { doubtLists } from './doubt-lists'
import { isStopped, type Job } from './job'
import { readMappings, type MappingIndex } from './mapping-index'
import { readCrm, readSiagh, type ReadCrm, type ReadSiagh } from './read-sides'
import type { ImportStep } from './import-events'

/** Both sides, and what the store has together already. */
export interface WholeSides {
  readonly crm: ReadCrm
  readonly siagh: ReadSiagh
  readonly mappings: MappingIndex
}

/** How often both sides are read before a list that lacks what the store knows ends the import. */
const READINGS = 3

/**
 * Reads both sides. A list that lacks what the store knows to be there is not believed: both are read again, and in the end the import fails.
 * What the signal ends is returned as far as it is.
 */
export async function* readWholeSides(job: Job): AsyncGenerator<ImportStep, Result<WholeSides, SyncError>> {
  const { context, options } = job
  for (let reading = 1; ; reading += 1) {
    const crm = yield* readCrm(job)
    if (crm.isErr()) return err(crm.error)
    const siagh = yield* readSiagh(job)
    if (siagh.isErr()) return err(siagh.error)
    const unreadable = new Set(crm.value.unreadable.map(({ id }) => id))
    const read = { identities: crm.value.identities, isUnreadable: (id: string) => unreadable.has(id) }
    // After the contacts: whoever made one of them has stored that it was about to.
    const mappings = await readMappings(context, read, job.lease?.hold.takenAt)
    if (mappings.isErr()) return err(mappings.error)
    const sides = { crm: crm.value, siagh: siagh.value, mappings: mappings.value }
    const doubt = isStopped(job) ? ok(null) : await doubtLists(job, sides)
    if (doubt.isErr()) return err(doubt.error)
    if (doubt.value === null || isStopped(job)) return ok(sides)
    if (reading === READINGS) return err(doubt.value)
    await pause(context.clock, context.rules.retry.afterUnknownWriteMs, options.signal)
  }
}
