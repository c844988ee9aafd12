import { err, ok } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import { createPace, type Work } from '@siagh-sync/sync-core/long-work'
import { createContactTable, readContacts, type ContactTable } from '@siagh-sync/sync-core/matching'
import { createContactTwins, type ContactTwins } from './contact-twins'
import type { ImportEvent, ReadState } from './import-events'
import { breathe, isOutage, isStopped, progressOf, stateOf, waitForServer, type Job } from './job'

/** The contacts of Siagh as they were read. Unreadable rows are logged. */
export interface ReadSiagh {
  readonly contacts: ContactTable
  readonly twins: ContactTwins
  readonly state: ReadState
}

/**
 * Reads all contacts. After an outage it starts again. If the signal ends the reading, returns what was read so far.
 */
export async function* readSiagh(job: Job): Work<ImportEvent, ReadSiagh> {
  const { context } = job
  const pace = createPace(context.clock)
  for (let failures = 0; ;) {
    const contacts = createContactTable()
    const twins = createContactTwins(context.rules)
    if (isStopped(job)) return ok({ contacts, twins, state: 'not' })
    let failure: SyncError | undefined
    for await (const batch of readContacts(context, contacts.addUnreadable)) {
      if (batch.isErr()) failure = batch.error
      else {
        for (const [index, row] of batch.value.entries()) {
          twins.add(row, contacts.add(row))
          if (index % 500 === 499) await breathe()
          if (pace.isDue()) yield progressOf('reading-siagh', pace.at(contacts.length()))
        }
      }
      if (isStopped(job)) break
    }
    yield progressOf('reading-siagh', pace.at(contacts.length(), failure ? undefined : contacts.length()))
    if (!failure || isStopped(job)) return ok({ contacts, twins, state: stateOf(job, contacts.length()) })
    if (!isOutage(failure)) return err(failure)
    await waitForServer(job, failure, (failures += 1))
  }
}
