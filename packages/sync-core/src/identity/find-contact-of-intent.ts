import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { toOwnTime } from '../run/hold'
import { isSameId } from '../key'
import type { SiaghIds } from '../types'
import { longestArrivalMs, timeUntilArrival } from '../write-once'
import { ambiguous } from './ambiguous'
import { contactUnreadable } from './contact-errors'
import type { ContactList } from '../matching/contact-list'
import { isHidden, isAsSent, readIntent, type CreateIntent } from './create-intent'
import { knownContacts } from './known-contacts'
import { worded } from '../messages/core-messages'

/**
 * The contact that an unfinished create may have made, in a list whose reading began after the write must have arrived: the
 * one with our mark, or, where the installation leaves marks out of its list, a contact made since then with the same
 * name and numbers that is nobody else's. `outcome_unknown` while the write may still arrive. `null`: it was not made.
 */
export function findContactOfIntent(run: Run, mapping: Mapping): ResultAsync<SiaghUser | null, SyncError> {
  return safeTry(async function* () {
    if (timeUntilArrival(run, mapping) > 0) return err(stillUnderWay())

    const arrivedAt = toOwnTime(run.hold, mapping.updatedAt + longestArrivalMs(run.rules), run.clock)
    const oldest = run.clock.now() - run.rules.contactListMaxAgeMs
    const list = yield* readWhole(run, Math.max(arrivedAt, oldest))
    if (!list) return err(listIsCut())
    const marked = list.byTmpid(run.key.id)
    if (marked.length === 0) {
      const isCut = lacksContacts(list, readIntent(mapping))
      if (isCut && timeUntilArrival(run, mapping, CLEANED_UP_MS) > 0) return err(listIsCut())
    }
    const hidden = marked.length === 0 ? mayBeMade(list, run.key.id, readIntent(mapping)) : undefined
    if (hidden) return err(contactUnreadable(hidden))
    const candidates = marked.length > 0 ? marked : yield* findAlike(run, mapping, list)
    const [row, ...others] = candidates
    if (others.length > 0) {
      return err(ambiguous(worded('several_contacts_made'), candidates))
    }
    return ok(row ?? null)
  })
}

/** A row that cannot be read and may be the contact that was being made: it bears our mark, or is new and tells no mark. */
function mayBeMade(list: ContactList, mark: string, { highestCode, hidden }: CreateIntent): UnreadableRow | undefined {
  const hiddenNow = list.unreadable.filter(isHidden)
  if (hiddenNow.length > hidden) return hiddenNow[0]
  return list.unreadable.find(({ tmpid, code }) =>
    tmpid === undefined ? code !== undefined && code > highestCode : isSameId(tmpid, mark),
  )
}

/** A list that shows our mark, or does not end before a contact of which the store knows. `null`: a list that was read after that ends before it as well. */
function readWhole(run: Run, since: number): ResultAsync<ContactList | null, SyncError> {
  return safeTry(async function* () {
    let list = yield* run.contacts.read(run.siagh, since)
    // What is known by now may be newer than the list, but not than one whose reading begins now: where contacts are made all the time, the
    // last reading is held against what was known before it.
    for (let reading = 1; reading <= READINGS; reading += 1) {
      if (list.byTmpid(run.key.id).length > 0) return ok(list)
      const known = yield* knownContacts(run.context)
      if (!endsBefore(list, known)) return ok(list)
      list = yield* run.contacts.read(run.siagh, run.clock.now())
      if (list.byTmpid(run.key.id).length === 0 && endsBefore(list, known)) return ok(null)
    }
    return ok(list)
  })
}

const READINGS = 3

/** Codes grow: the contact that is looked for would stand behind a contact of which the store knows, and the list ends before that one. */
function endsBefore({ asListed }: ContactList, known: readonly SiaghIds[]): boolean {
  return known.some(({ code }) => Number(code) > asListed.highestCode)
}

// A list that was cut is whole by then: what it still lacks, somebody has deleted.
const CLEANED_UP_MS = 3_600_000

/** A list that lacks contacts that were there before proves nothing about the one that was being made after them. */
function lacksContacts({ asListed }: ContactList, { highestCode, contacts }: CreateIntent): boolean {
  return asListed.highestCode < highestCode || asListed.size < contacts
}

function listIsCut(): SyncError {
  return {
    kind: 'outcome_unknown',
    retryable: true,
    system: 'siagh',
    ...worded('contact_list_is_cut'),
  }
}

function findAlike(run: Run, mapping: Mapping, list: ContactList): ResultAsync<SiaghUser[], SyncError> {
  const intent = readIntent(mapping)
  const alike = list.newerThan(intent.highestCode).filter((row) => row.tmpid === undefined && isAsSent(row, intent))
  return safeTry(async function* () {
    const free: SiaghUser[] = []
    for (const row of alike) {
      const owner = yield* run.mappings.findByCode(run.key.company, 'contact', String(row.Code))
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
    ...worded('contact_may_still_arrive'),
  }
}
