import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { Hold } from '../run/hold'
import { takenOver } from '../run/busy'
import type { ChangeSource } from './changes'

/** When a catch-up last came to its end, on the store's clock. */
export const LAST_RUN = 'catch-up'
/** When all identities were last noted because the CRM refuses `find`, on the store's clock. */
export const LAST_WALK = 'catch-up/walk'

/** The mark of one kind and type key: the CRM's time up to which everything is noted. */
export function markOf(source: ChangeSource): string {
  return `catch-up/${nameOf(source)}`
}

/** The CRM's time from which on everything is wanted. What is older was there before the first catch-up. */
export function beginningOf(source: ChangeSource): string {
  return `catch-up/from/${nameOf(source)}`
}

function nameOf({ kind, typeKey }: ChangeSource): string {
  return typeKey === '' ? kind : `${kind}/${typeKey}`
}

/** `busy`: another process has taken over. */
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

/** By the store's clock, which all processes of the company share. One that was set back since makes nothing wait. */
export function wasWithin(
  { store, company }: Pick<SyncContext, 'store' | 'company'>,
  { takenAt }: Pick<Hold, 'takenAt'>,
  name: string,
  ms: number,
): ResultAsync<boolean, SyncError> {
  return store.marks.get(company, name).map((last) => last !== null && last <= takenAt && takenAt - last < ms)
}
