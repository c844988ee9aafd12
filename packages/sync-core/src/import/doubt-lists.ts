import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { doubtOf } from '../identity/doubt-list'
import { isNamed, isNameless } from '../identity/unreadable-contact'
import type { Rules } from '../rules'
import type { SiaghIds } from '../types'
import { readEitherType } from '../reading/read-either-type'
import { patiently, type Job } from './job'
import type { MappingIndex } from './mapping-index'
import type { ReadSiagh } from './read-sides'
import { worded } from '../messages/core-messages'

/** So many of those whom the CRM did not show are asked for by their id: half of them the newest, half of them the oldest. */
const SAMPLE = 20

/** What is held against each other. */
interface Held {
  readonly siagh: ReadSiagh
  readonly mappings: MappingIndex
}

/**
 * What is wrong with a list that lacks what the store knows, `null` where nothing is. An import that goes by a list which lags behind or is
 * cut would make identities a second time, or link the wrong ones.
 */
export async function doubtLists(job: Job, sides: Held): Promise<Result<SyncError | null, SyncError>> {
  const contacts = doubtContacts(sides, job.context.rules)
  return contacts ? ok(contacts) : doubtIdentities(job, sides)
}

function doubtContacts({ siagh, mappings }: Held, { contactListMinShare }: Rules): SyncError | null {
  const { contacts, unreadable } = siagh
  const codes = new Set<string>()
  for (let number = 0; number < contacts.length(); number += 1) codes.add(String(contacts.at(number).Code))
  const list = {
    size: contacts.length() + unreadable.length,
    has: ({ code }: SiaghIds) => codes.has(code) || unreadable.some((row) => isNamed(row, { code })),
    nameless: unreadable.filter(isNameless).length,
  }
  const mapped = [...mappings.codes()].map((code) => ({ code: String(code) }))
  const doubt = doubtOf(list, { mapped, size: 0 }, contactListMinShare)
  if (doubt === undefined) return null
  return { kind: 'malformed', retryable: true, system: 'siagh', ...doubt, path: '' }
}

/** An identity that the CRM has, and does not list, shows that its list is not whole. One that was deleted shows nothing. */
async function doubtIdentities(job: Job, { mappings: { unread } }: Held): Promise<Result<SyncError | null, SyncError>> {
  const half = SAMPLE / 2
  const sample = new Set([...unread.slice(0, half), ...unread.slice(-half)])
  for (const id of sample) {
    const read = await patiently(job, () => readEitherType(job.context.crm, id))
    if (read.isErr()) return err(read.error)
    if (read.value.is === 'found') return ok(notListed(id))
  }
  return ok(null)
}

function notListed(id: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('identity_not_listed', { id }), path: '' }
}
