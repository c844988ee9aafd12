import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { HeldChange } from '../ports/store'
import { noteAndRing } from '../receive/note-and-ring'
import { inPages } from '../run/in-pages'
import type { RecordKey } from '../types'

type Context = Pick<RunContext, 'store' | 'queue' | 'clock' | 'logger' | 'company'>

const PAGE = 200

/**
 * Notes the documents that wait for this identity, after a held write of the identity has ended. A failure is only
 * logged: the sweep does the same later.
 */
export async function ringWaiting(context: Context, { kind, id }: RecordKey): Promise<void> {
  if (kind !== 'identity') return
  const rung = await ringAll(context, { state: 'held', waitsFor: id })
  if (rung.isErr())
    context.logger.warn(
      { company: context.company, error: rung.error.kind },
      'documents that wait for a customer could not be noted; the sweep does it later',
    )
}

/** Notes every document whose customer is in Siagh now. Returns how many there were. */
export function ringWhoseCustomerCame(context: Context): ResultAsync<number, StoreUnavailable> {
  const { mappings } = context.store
  return ringAll(context, { state: 'held' }, ({ key, waitsFor }) =>
    waitsFor === undefined
      ? okAsync(false)
      : mappings.get({ ...key, kind: 'identity', id: waitsFor }).map((mapping) => mapping?.state === 'linked'),
  )
}

/** Notes every record with such a held change again. Returns how many there were. */
export function ringAll(
  context: Context,
  filter: { readonly state: HeldChange['state']; readonly waitsFor?: string },
  isWanted: (change: HeldChange) => ResultAsync<boolean, StoreUnavailable> = () => okAsync(true),
): ResultAsync<number, StoreUnavailable> {
  const { store, company } = context
  return safeTry(async function* () {
    let rung = 0
    for await (const page of inPages(PAGE, (request) => store.heldChanges.list(company, filter, request))) {
      for (const change of yield* page) {
        if (!(yield* isWanted(change))) continue
        yield* noteKnown(context, change.key)
        rung += 1
      }
    }
    return ok(rung)
  })
}

/** Notes a record with the event and the type of its latest note. A deletion stays a deletion. */
export function noteKnown(context: Context, key: RecordKey): ResultAsync<void, StoreUnavailable> {
  return context.store.inbox.read(key).andThen((entry) =>
    noteAndRing(context, {
      key,
      event: entry?.event ?? 'update',
      trigger: 'operator',
      ...(entry?.type && { type: entry.type }),
    }).map(() => undefined),
  )
}
