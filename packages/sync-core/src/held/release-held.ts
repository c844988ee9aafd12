import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { LeaseContext, NotingContext } from '../context'
import type { SyncError } from '../errors'
import { refusalError } from '../run/mapping-record'
import { inPages } from '../run/in-pages'
import { withRecord, type HeldRecord } from '../run/with-record'
import { actionEntry } from '../operate/action-entry'
import type { HeldChange, JournalEntry } from '../ports/store'
import type { SeenBy } from '../sync'
import type { RecordKey } from '../types'
import type { HeldVerdict, HeldVerdictEnd, ReleasedAll } from './held-answers'
import { noteKnown } from './note-held-again'

/**
 * Records what an operator says of a held write, under the lease of the record, so no run is under way meanwhile. A
 * released record is noted first. So it gets another run even if something interrupts this function, and that run only finds it held again.
 */
export function decideHeld(
  context: NotingContext & LeaseContext,
  key: RecordKey,
  verdict: HeldVerdict,
  { seen, by }: SeenBy = {},
): ResultAsync<HeldVerdictEnd, SyncError> {
  return withRecord(context, key, (record) =>
    safeTry(async function* () {
      const { heldChange } = record
      const refusal = refusalOf(heldChange, seen)
      if (refusal) return ok(refusal)
      if (heldChange === null || heldChange.state === verdict) return ok(verdict)
      if (verdict === 'released') yield* noteKnown(context, key)
      yield* recordVerdict(record, { ...heldChange, state: verdict }, actionEntry(context, key, verdict, by))
      return ok(verdict)
    }),
  )
}

function refusalOf(held: HeldChange | null, seen: string | undefined): HeldVerdictEnd | undefined {
  if (held === null || held.state === 'written' || held.state === 'shadow') return 'not_held'
  if (held.fingerprint === '') return 'waits_for_customer'
  return seen === undefined || seen === held.fingerprint ? undefined : 'changed'
}

function recordVerdict(
  { finish }: HeldRecord,
  heldChange: HeldChange,
  journal: JournalEntry,
): ResultAsync<void, SyncError> {
  return finish({ heldChange, journal }).andThen((end) =>
    end.status === 'finished' ? ok(undefined) : err(refusalError(end, null)),
  )
}

const PAGE = 200

/** Releases everything that is held when this begins: identities first, and then documents. */
export function releaseAll(
  context: NotingContext & LeaseContext,
  filter: { readonly kind?: RecordKey['kind'] },
  by: string | undefined,
): ResultAsync<ReleasedAll, SyncError> {
  const { store, company } = context
  return safeTry(async function* () {
    const held: HeldChange[] = []
    for await (const page of inPages(PAGE, (request) => store.heldChanges.list(company, { state: 'held' }, request)))
      held.push(...(yield* page).filter(({ key }) => (filter.kind ?? key.kind) === key.kind))

    const ended = { released: 0, waiting: 0, busy: 0 }
    for (const { key, fingerprint } of held) {
      const end = await decideHeld(context, key, 'released', { seen: fingerprint, ...(by !== undefined && { by }) })
      if (end.isErr() && end.error.kind !== 'busy') yield* end
      if (end.isErr()) ended.busy += 1
      else if (end.value === 'released') ended.released += 1
      else if (end.value === 'waits_for_customer') ended.waiting += 1
    }
    return ok(ended)
  })
}
