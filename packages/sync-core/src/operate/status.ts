import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { UNREADABLE_CONTACTS } from '../handle/record-unreadable'
import type { Status } from '../sync'
import { allInDoubt } from './list-in-doubt'

/** The status of one company. `running` counts only this process. */
export function status(
  context: Pick<SyncContext, 'store' | 'company' | 'outage' | 'mode' | 'hold'>,
  running: number,
): ResultAsync<Status, StoreUnavailable> {
  const { store, company, outage, mode, hold } = context
  return safeTry(async function* () {
    const counts = yield* store.inbox.counts(company)
    const inDoubt = yield* countInDoubt(context)
    const waiting = (yield* store.heldChanges.counts(company)).filter(({ state }) => state === 'held')
    const held = waiting.reduce((sum, { records }) => sum + records, 0)
    const unreadableContacts = (yield* store.marks.get(company, UNREADABLE_CONTACTS)) ?? 0
    return ok({
      company,
      mode: mode === 'shadow' ? ('shadow' as const) : ('live' as const),
      hold: hold === 'none' || hold === 'all' ? hold : ('some' as const),
      ...counts,
      held,
      inDoubt,
      unreadableContacts,
      running,
      away: outage.list(),
    })
  })
}

function countInDoubt(context: Pick<SyncContext, 'store' | 'company'>): ResultAsync<number, StoreUnavailable> {
  return safeTry(async function* () {
    let count = 0
    for await (const page of allInDoubt(context)) count += (yield* page).length
    return ok(count)
  })
}
