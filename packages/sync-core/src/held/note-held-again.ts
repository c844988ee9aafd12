import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { NotingContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { HeldChange } from '../ports/store'
import { noteAndEnqueue } from '../receive/note-and-enqueue'
import { inPages } from '../run/in-pages'
import type { RecordKey } from '../types'

const PAGE = 200

/**
 * Notes the documents that wait for this identity, after a run of the identity has ended and holds nothing. A failure
 * is only logged: the sweep does the same later.
 */
export async function noteDocumentsOf(context: NotingContext, { kind, id }: RecordKey): Promise<void> {
  if (kind !== 'identity') return
  const noted = await noteHeldAgain(context, { state: 'held', waitsFor: id })
  if (noted.isErr())
    context.logger.warn(
      { company: context.company, error: noted.error.kind },
      'documents that wait for a customer could not be noted; the sweep does it later',
    )
}

/**
 * Notes every document that waits for a customer who is in Siagh now, or of whom nothing is held any more. Returns how
 * many there were. A document that is pending is left alone, because a note would begin its attempts anew. A failed
 * document is noted only if its customer has come.
 */
export function noteWithCustomer(context: NotingContext): ResultAsync<number, StoreUnavailable> {
  const { inbox, mappings, heldChanges } = context.store
  return noteHeldAgain(context, { state: 'held' }, ({ key, waitsFor }) =>
    safeTry(async function* () {
      if (waitsFor === undefined) return ok(false)
      const entry = yield* inbox.read(key)
      if (entry?.state === 'pending') return ok(false)
      const customer: RecordKey = { ...key, kind: 'identity', id: waitsFor }
      if ((yield* mappings.get(customer))?.state === 'linked') return ok(true)
      if (entry?.state === 'failed') return ok(false)
      const held = yield* heldChanges.read(customer)
      return ok(held === null || held.state === 'written')
    }),
  )
}

/** Notes every record with such a held change again. Returns how many there were. */
export function noteHeldAgain(
  context: NotingContext,
  filter: { readonly state?: HeldChange['state']; readonly waitsFor?: string },
  isWanted: (change: HeldChange) => ResultAsync<boolean, StoreUnavailable> = () => okAsync(true),
): ResultAsync<number, StoreUnavailable> {
  const { store, company } = context
  return safeTry(async function* () {
    let count = 0
    for await (const page of inPages(PAGE, (request) => store.heldChanges.list(company, filter, request))) {
      for (const change of yield* page) {
        if (!(yield* isWanted(change))) continue
        yield* noteKnown(context, change.key)
        count += 1
      }
    }
    return ok(count)
  })
}

/** Notes a record with the event and the type of its latest note. A deletion stays a deletion. */
export function noteKnown(context: NotingContext, key: RecordKey): ResultAsync<void, StoreUnavailable> {
  return context.store.inbox.read(key).andThen((entry) =>
    noteAndEnqueue(context, {
      key,
      event: entry?.event ?? 'update',
      trigger: 'operator',
      ...(entry?.type && { type: entry.type }),
    }).map(() => undefined),
  )
}
