import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { toOwnTime } from '../run/hold'
import { timeUntilArrival } from '../run/time-until-arrival'
import { isSameId } from '../key'
import { ambiguous } from './ambiguous'
import { contactUnreadable } from './contact-errors'
import type { ContactList } from './contact-list'
import { isLike, readIntent, type CreateIntent } from './create-intent'
import { knownContacts } from './known-contacts'

/**
 * The contact that an unfinished create may have made, in a list whose reading began after the write must have arrived: the
 * one with our mark, or, where the installation leaves marks out of its list, a contact made since then with the same
 * name and numbers that is nobody else's. `outcome_unknown` while the write may still arrive. `null`: it was not made.
 */
export function findContactOfIntent(run: Run, mapping: Mapping): ResultAsync<SiaghUser | null, SyncError> {
  return safeTry(async function* () {
    if ((yield* timeUntilArrival(run, mapping)) > 0) return err(stillUnderWay())

    const arrivedAt = toOwnTime(run.hold, mapping.updatedAt + run.rules.retry.afterUnknownWriteMs)
    const oldest = run.clock.now() - run.rules.contactListMaxAgeMs
    const list = yield* readUncut(run, mapping, Math.max(arrivedAt, oldest))
    const marked = list.byTmpid(run.key.id)
    if (marked.length === 0 && isCut(list, readIntent(mapping))) return err(listIsCut())
    const hidden = marked.length === 0 ? mayBeMade(list, run.key.id, readIntent(mapping)) : undefined
    if (hidden) return err(contactUnreadable(hidden))
    const candidates = marked.length > 0 ? marked : yield* findAlike(run, mapping, list)
    const [row, ...others] = candidates
    if (others.length > 0) {
      return err(ambiguous('several contacts may be the one whose making was interrupted', candidates))
    }
    return ok(row ?? null)
  })
}

/** A row that cannot be read and may be the contact that was being made: it bears our mark, or is new and tells no mark. */
function mayBeMade(list: ContactList, mark: string, { highestCode }: CreateIntent): UnreadableRow | undefined {
  return list.unreadable.find(({ tmpid, code }) =>
    tmpid === undefined ? code === undefined || code > highestCode : isSameId(tmpid, mark),
  )
}

/**
 * A list since `since`, and a fresh one where that one ends before a contact of which the store knows: the contact that is looked for may stand behind
 * that one too, since codes grow. `outcome_unknown`: the fresh one does as well.
 */
function readUncut(run: Run, { key }: Mapping, since: number): ResultAsync<ContactList, SyncError> {
  return safeTry(async function* () {
    const list = yield* run.contacts.read(run.siagh, since)
    if (list.byTmpid(key.id).length > 0) return ok(list)
    const known = yield* knownContacts(run)
    const isBehind = ({ asRead }: ContactList) => known.some(({ code }) => Number(code) > asRead.highestCode)
    if (!isBehind(list)) return ok(list)
    // What is known by now may be newer than the list, but not than one whose reading begins now.
    const fresh = yield* run.contacts.read(run.siagh, run.clock.now())
    return fresh.byTmpid(key.id).length === 0 && isBehind(fresh) ? err(listIsCut()) : ok(fresh)
  })
}

/** A list that lacks contacts that were there before proves nothing about the one that was being made after them. */
function isCut({ asRead }: ContactList, { highestCode, contacts }: CreateIntent): boolean {
  return asRead.highestCode < highestCode || asRead.size < contacts
}

function listIsCut(): SyncError {
  return {
    kind: 'outcome_unknown',
    retryable: true,
    system: 'siagh',
    message:
      "a contact was being made, and Siagh's list lacks contacts that were there before; nobody can know yet whether it was made",
  }
}

function findAlike(run: Run, mapping: Mapping, list: ContactList): ResultAsync<SiaghUser[], SyncError> {
  const intent = readIntent(mapping)
  const alike = list.newerThan(intent.highestCode).filter((row) => row.tmpid === undefined && isLike(row, intent))
  return safeTry(async function* () {
    const free: SiaghUser[] = []
    for (const row of alike) {
      const owner = yield* run.store.mappings.findByCode(run.company, 'contact', String(row.Code))
      if (!owner) free.push(row)
    }
    return ok(free)
  })
}

function stillUnderWay(): SyncError {
  return {
    kind: 'outcome_unknown',
    retryable: true,
    system: 'siagh',
    message: 'a contact was being made and its answer was lost; it may still arrive',
  }
}
