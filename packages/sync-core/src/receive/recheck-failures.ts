import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { NotingContext, SyncContext } from '../context'
import type { StoreUnavailable, SyncError, SyncErrorKind } from '../errors'
import { noteWithCustomer } from '../held/note-held-again'
import { readContactLine } from '../handle/contact-line'
import type { ContactList } from '../matching/contact-list'
import { readCode } from '../invoice/customer-codes'
import type { InboxEntry } from '../ports/store'
import type { SiaghIds } from '../types'
import { inPages } from '../run/in-pages'
import { isMendedByRules } from './mended-by-rules'
import { noteAndEnqueue } from './note-and-enqueue'

type RecheckContext = NotingContext & Pick<SyncContext, 'rules' | 'contacts' | 'siagh' | 'updates'>

const EVERY_MS = 300_000
const PAGE = 200

/**
 * For each kind of failure: whether its reason is gone, according to Siagh's list. `ids` is the contact that the
 * details of the failure name first.
 */
const MENDED: Partial<Record<SyncErrorKind, (ids: Partial<SiaghIds>, list: ContactList) => boolean>> = {
  not_found: (ids, list) => rowOf(ids, list) !== undefined,
  contact_unreadable: (ids, list) => list.unreadable.length === 0 || rowOf(ids, list) !== undefined,
  no_account_party: (ids, list) => readCode(rowOf(ids, list)?.AccountPartyCode) !== undefined,
  contact_replaced: ({ recordId }, list) => recordId !== undefined && list.byRecordId(recordId) !== undefined,
}

/**
 * Returns a function that looks, at most every five minutes, whether the reason of a failure is gone: the contact that
 * it waits for is in Siagh's list now, contacts are updated again, or the process has started with other rules. Such a
 * record is noted again, so that nobody has to retry it. Siagh is read only if a failure waits for a contact, and once
 * for all of them.
 */
export function createRecheck(context: RecheckContext): () => Promise<void> {
  const { clock, logger, company } = context
  const elapsed = () => clock.elapsed?.() ?? clock.now()
  let last: number | undefined
  let isStart = true
  return async () => {
    if (last !== undefined && Math.abs(elapsed() - last) < EVERY_MS) return
    last = elapsed()
    const rechecked = await recheckAll(context, isStart)
    if (rechecked.isErr()) {
      logger.warn({ company, error: rechecked.error.kind }, 'the failures could not be looked at again')
      return
    }
    // The rules of a process stay as they are.
    isStart = false
    if (rechecked.value > 0)
      logger.info({ company, records: rechecked.value }, 'records whose reason to wait is gone are handled again')
  }
}

function recheckAll(context: RecheckContext, isStart: boolean): ResultAsync<number, SyncError> {
  const { rules, updates } = context
  return safeTry(async function* () {
    let noted = yield* noteWithCustomer(context)
    if (isStart) {
      const ofRules = (entry: InboxEntry) => isMendedByRules(entry, rules)
      noted += yield* noteAgain(context, yield* failures(context, ['invalid_data', 'no_account_party'], ofRules))
    }
    if (yield* updates.refresh()) noted += yield* noteAgain(context, yield* failures(context, ['rejected'], isStopped))
    return ok(noted + (yield* recheckContacts(context)))
  })
}

function isStopped({ error }: InboxEntry): boolean {
  return error?.said?.message.code === 'updates_are_stopped'
}

function recheckContacts(context: RecheckContext): ResultAsync<number, SyncError> {
  return safeTry(async function* () {
    const kinds = Object.keys(MENDED) as SyncErrorKind[]
    const waiting = yield* failures(context, kinds, ({ error }) => contactOf(error) !== null)
    if (waiting.length === 0) return ok(0)
    const list = yield* context.contacts.read(context.siagh, context.clock.now() - context.rules.contactListMaxAgeMs)
    const mended = waiting.filter(({ error }) => {
      const ids = contactOf(error)
      return error && ids && MENDED[error.kind]?.(ids, list)
    })
    return noteAgain(context, mended)
  })
}

function noteAgain(context: RecheckContext, entries: readonly InboxEntry[]): ResultAsync<number, StoreUnavailable> {
  return safeTry(async function* () {
    for (const { key, event, type } of entries)
      yield* noteAndEnqueue(context, { key, event, trigger: 'revisit', ...(type && { type }) })
    return ok(entries.length)
  })
}

function failures(
  { store, company }: RecheckContext,
  kinds: readonly SyncErrorKind[],
  isWanted: (entry: InboxEntry) => boolean,
): ResultAsync<InboxEntry[], StoreUnavailable> {
  return safeTry(async function* () {
    const found: InboxEntry[] = []
    for (const error of kinds) {
      for await (const page of inPages(PAGE, (request) => store.inbox.failures(company, { error }, request))) {
        found.push(...(yield* page).filter(isWanted))
      }
    }
    return ok(found)
  })
}

/**
 * A failure about a record that the CRM does not have names no contact. A failure of an older version names none
 * either.
 */
function contactOf(error: InboxEntry['error']): Partial<SiaghIds> | null {
  const named = readContactLine(error?.details[0] ?? '')
  return named ?? (error?.kind === 'contact_unreadable' ? {} : null)
}

function rowOf({ code, recordId }: Partial<SiaghIds>, list: ContactList): SiaghUser | undefined {
  return recordId === undefined ? list.byCode(Number(code)) : list.byRecordId(recordId)
}
