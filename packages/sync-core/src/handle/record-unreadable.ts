import { okAsync, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { Lease } from '../ports/store'

/** The name of the mark that stores how many rows of Siagh's contact list a worker could not read the last time. */
export const UNREADABLE_CONTACTS = 'unreadable-contacts'

const recorded = new WeakMap<object, number>()

/** Stores the count, so that `status` in another process can show it. Does nothing while the count stays the same. */
export function recordUnreadable(
  { store, contacts, company }: Pick<RunContext, 'store' | 'contacts' | 'company'>,
  lease: Lease,
): ResultAsync<void, StoreUnavailable> {
  const count = contacts.countUnreadable()
  if (count === undefined || recorded.get(contacts) === count) return okAsync(undefined)
  return store.marks
    .get(company, UNREADABLE_CONTACTS)
    .andThen((before) =>
      (before ?? 0) === count ? okAsync('set' as const) : store.marks.set(lease, UNREADABLE_CONTACTS, count),
    )
    .map((end) => {
      if (end === 'set') recorded.set(contacts, count)
    })
}
