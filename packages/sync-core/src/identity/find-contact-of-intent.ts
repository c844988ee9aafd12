import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { toOwnTime } from '../run/hold'
import { isSameId } from '../key'
import type { SiaghIds } from '../types'
import { longestArrivalMs, timeUntilArrival, type Writer } from '../write-once'
import { ambiguous } from './ambiguous'
import { contactUnreadable } from './contact-errors'
import type { ContactList } from '../matching/contact-list'
import { isHidden, isAsSent, readIntent, type CreateIntent } from './create-intent'
import { knownContacts } from './known-contacts'
import { worded } from '../messages/core-messages'

type Finder = Writer & Pick<Run, 'key' | 'mapping' | 'contacts' | 'others'>

/**
 * Finds the contact that an unfinished create may have made. Uses a list that was requested after the write must have
 * arrived. The contact carries our `tmpid`. If the installation does not list `tmpid`, it is a contact that was made since
 * then, has the same name and numbers, and belongs to nobody else. `outcome_unknown`: the write may still arrive.
 * `null`: the contact was not made.
 */
export function findContactOfIntent(run: Finder, mapping: Mapping): ResultAsync<SiaghUser | null, SyncError> {
  return safeTry(async function* () {
    if (timeUntilArrival(run, mapping) > 0) return err(stillUnderWay())

    const arrivedAt = toOwnTime(run.hold, mapping.updatedAt + longestArrivalMs(run.rules), run.clock)
    const oldest = run.clock.now() - run.rules.contactListMaxAgeMs
    const list = yield* readWhole(run, Math.max(arrivedAt, oldest))
    if (!list) return err(listIsCut())
    const withTmpid = list.byTmpid(run.key.id)
    if (withTmpid.length === 0) {
      const isCut = lacksContacts(list, readIntent(mapping))
      if (isCut && timeUntilArrival(run, mapping, CLEANED_UP_MS) > 0) return err(listIsCut())
    }
    const hidden = withTmpid.length === 0 ? mayBeMade(list, run.key.id, readIntent(mapping)) : undefined
    if (hidden) return err(contactUnreadable(hidden))
    const candidates = withTmpid.length > 0 ? withTmpid : yield* findAlike(run, mapping, list)
    const [row, ...others] = candidates
    if (others.length > 0) {
      return err(ambiguous(worded('several_contacts_made'), candidates))
    }
    // A list that lags behind would show the contact later.
    const shownMs = longestArrivalMs(run.rules) + run.rules.contactListLagMs
    if (!row && timeUntilArrival(run, mapping, shownMs) > 0) return err(listMayLag())
    return ok(row ?? null)
  })
}

/** An unreadable row that may be the contact: it carries our `tmpid`, or it is new and shows no `tmpid`. */
function mayBeMade(
  list: ContactList,
  ourTmpid: string,
  { highestCode, hidden }: CreateIntent,
): UnreadableRow | undefined {
  const hiddenNow = list.unreadable.filter(isHidden)
  if (hiddenNow.length > hidden) return hiddenNow[0]
  return list.unreadable.find(({ tmpid, code }) =>
    tmpid === undefined ? code !== undefined && code > highestCode : isSameId(tmpid, ourTmpid),
  )
}

/**
 * Reads a list that shows our `tmpid`, or that does not end before a contact which the store knows. `null`: a second
 * list also ended before it.
 */
function readWhole(run: Finder, since: number): ResultAsync<ContactList | null, SyncError> {
  return safeTry(async function* () {
    let list = yield* run.contacts.read(since)
    // The store may know contacts that are newer than the list. A list that is requested now is newer than what the
    // store knew before. Contacts may be created all the time, so the last list is compared with what was known
    // before it was requested.
    for (let reading = 1; reading <= READINGS; reading += 1) {
      if (list.byTmpid(run.key.id).length > 0) return ok(list)
      const known = yield* knownContacts(run.others.mappings, run.key.company)
      if (!endsBefore(list, known)) return ok(list)
      list = yield* run.contacts.read(run.clock.now())
      if (list.byTmpid(run.key.id).length === 0 && endsBefore(list, known)) return ok(null)
    }
    return ok(list)
  })
}

const READINGS = 3

/** Codes grow. The contact would come after a contact that the store knows, and the list ends before that one. */
function endsBefore({ asListed }: ContactList, known: readonly SiaghIds[]): boolean {
  return known.some(({ code }) => Number(code) > asListed.highestCode)
}

// After this time a list is no longer cut. If it still lacks contacts, somebody has deleted them.
const CLEANED_UP_MS = 3_600_000

/** Whether a list lacks contacts that existed before the intent. Such a list proves nothing about a later contact. */
function lacksContacts({ asListed }: ContactList, { highestCode, contacts }: CreateIntent): boolean {
  return asListed.highestCode < highestCode || asListed.size < contacts
}

function listMayLag(): SyncError {
  return {
    kind: 'outcome_unknown',
    retryable: true,
    system: 'siagh',
    ...worded('contact_list_may_lag'),
  }
}

function listIsCut(): SyncError {
  return {
    kind: 'outcome_unknown',
    retryable: true,
    system: 'siagh',
    ...worded('contact_list_is_cut'),
  }
}

function findAlike(
  run: Pick<Run, 'key' | 'others'>,
  mapping: Mapping,
  list: ContactList,
): ResultAsync<SiaghUser[], SyncError> {
  const intent = readIntent(mapping)
  const alike = list.newerThan(intent.highestCode).filter((row) => row.tmpid === undefined && isAsSent(row, intent))
  return safeTry(async function* () {
    const free: SiaghUser[] = []
    for (const row of alike) {
      const owner = yield* run.others.mappings.findByCode(run.key.company, 'contact', String(row.Code))
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
