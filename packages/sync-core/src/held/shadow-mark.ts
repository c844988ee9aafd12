import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { LeaseContext, NotingContext, RunContext } from '../context'
import type { SyncError } from '../errors'
import type { RecordKey } from '../types'
import { busy, takenOver } from '../run/busy'
import { inPages } from '../run/in-pages'
import { takeLease } from '../run/take-lease'
import { withRecord } from '../run/with-record'
import { worded } from '../messages/core-messages'
import { noteHeldAgain } from './note-held-again'
import type { ShadowMark } from './shadow-state'

/** The mark that says whether the company was in shadow. 1: yes. */
const SHADOW = 'shadow'

type Context = NotingContext & LeaseContext & Pick<RunContext, 'mode'>

/** Creates the mark of one company. */
export function createShadowMark(context: Context): ShadowMark {
  let isConfirmed = false
  return {
    confirm() {
      if (isConfirmed) return okAsync(undefined)
      const confirmed = context.mode === 'shadow' ? enterShadow(context) : leaveShadow(context)
      return confirmed.map(() => {
        isConfirmed = true
      })
    },
    forget() {
      isConfirmed = false
    },
  }
}

function enterShadow(context: Context): ResultAsync<void, SyncError> {
  return safeTry(async function* () {
    if ((yield* context.store.marks.get(context.company, SHADOW)) === 1) return ok(undefined)
    return underLease(context, () => okAsync(1))
  })
}

function leaveShadow(context: Context): ResultAsync<void, SyncError> {
  const { store, company, logger } = context
  return safeTry(async function* () {
    if ((yield* store.marks.get(company, SHADOW)) !== 1) return ok(undefined)
    return underLease(context, () =>
      safeTry(async function* () {
        yield* rememberUnhandled(context)
        // Whatever an operator has decided before: the newest change of the record may have come in shadow.
        const records = yield* noteHeldAgain(context, {})
        logger.info({ company, records }, 'the shadow has ended: what was noted in it is handled again')
        return ok(0)
      }),
    )
  })
}

/** Does the work under a lease of its own, and sets the mark to its value. `busy`: another process is doing it. */
function underLease(context: Context, work: () => ResultAsync<number, SyncError>): ResultAsync<void, SyncError> {
  const { store, company } = context
  return safeTry(async function* () {
    const lease = yield* takeLease(context, { company, kind: 'identity', id: SHADOW })
    if (!lease) return err(busy(worded('busy_shadow')))
    const value = await work()
    const set = value.isOk() ? await store.marks.set(lease.hold.lease, SHADOW, value.value) : ok('set' as const)
    await lease.giveBack()
    yield* value
    return (yield* set) === 'set' ? ok(undefined) : err(takenOver())
  })
}

const PAGE = 200
// Later than every due time.
const ALL = Number.MAX_SAFE_INTEGER

/**
 * Remembers what was noted in the shadow and did not end there. Somebody may have typed it into Siagh in spite of that,
 * also if an operator has released it before.
 */
function rememberUnhandled(context: Context): ResultAsync<void, SyncError> {
  const { store, company } = context
  return safeTry(async function* () {
    const keys: RecordKey[] = []
    for await (const page of inPages(PAGE, (request) => store.inbox.due(company, ALL, request)))
      keys.push(...(yield* page))
    for await (const page of inPages(PAGE, (request) => store.inbox.failures(company, {}, request)))
      keys.push(...(yield* page).map(({ key }) => key))
    for (const key of keys) {
      const remembered = await remember(context, key)
      // A worker that has the record now is one that has ended the shadow itself, or is in shadow and remembers it.
      if (remembered.isErr() && remembered.error.kind !== 'busy') yield* remembered
    }
    return ok(undefined)
  })
}

function remember(context: Context, key: RecordKey): ResultAsync<void, SyncError> {
  const at = context.clock.now()
  return withRecord(context, key, ({ heldChange, mapping, finish }) => {
    const isDecided = heldChange !== null && heldChange.state !== 'released'
    if (isDecided || mapping !== null) return okAsync(undefined)
    const remembered = { key, state: 'shadow', write: 'none', fingerprint: '', fields: [], at } as const
    return finish({ heldChange: remembered }).map(() => undefined)
  })
}
