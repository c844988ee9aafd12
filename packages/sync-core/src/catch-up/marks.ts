import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { Hold } from '../run/hold'
import { takenOver } from '../run/busy'
import type { ChangeSource } from './ask-for-changes'

/** The time when the last catch-up ended, on the store's clock. */
export const LAST_RUN = 'catch-up'
/** The time when all identities were last noted because the CRM refuses `find`, on the store's clock. */
export const LAST_WALK = 'catch-up/walk'

/** The mark of one kind and type key. Everything up to this time of the CRM is noted. */
export function markOf(source: ChangeSource): string {
  return `catch-up/${nameOf(source)}`
}

/** The CRM's time from which all changes are noted. Older changes were there before the first catch-up. */
export function beginningOf(source: ChangeSource): string {
  return `catch-up/from/${nameOf(source)}`
}

/** The time when `find` was last seen to answer as it was asked, on the store's clock. */
export function checkOf(source: ChangeSource): string {
  return `catch-up/check/${nameOf(source)}`
}

function nameOf({ kind, typeKey }: ChangeSource): string {
  return typeKey === '' ? kind : `${kind}/${typeKey}`
}

/** Stores a mark. `busy`: another process has taken over. */
export function setMark(
  { store }: Pick<SyncContext, 'store'>,
  { lease }: Pick<Hold, 'lease'>,
  name: string,
  value: number,
): ResultAsync<void, SyncError> {
  return safeTry(async function* () {
    const end = yield* store.marks.set(lease, name, value)
    return end === 'set' ? ok(undefined) : err(takenOver())
  })
}

/**
 * Whether the time under `name` was less than `ms` ago. Uses the store's clock, which all processes of the company
 * share. If that clock was set back, the answer is no, so that nothing waits.
 */
export function wasWithin(
  { store, company }: Pick<SyncContext, 'store' | 'company'>,
  { takenAt }: Pick<Hold, 'takenAt'>,
  name: string,
  ms: number,
): ResultAsync<boolean, SyncError> {
  return store.marks.get(company, name).map((last) => last !== null && last <= takenAt && takenAt - last < ms)
}
