import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import { isLike } from '../identity/create-intent'
import { canBeSeen } from '../identity/can-be-seen'
import { isSameId, normalizeId } from '../key'
import { surelyNamed, type Named } from './name-surely'
import type { Candidate, Plan } from './plan'
import { isOfType, type Sides } from './sides'
import { nameOfRow } from './to-identity'
import { worded } from '../messages/core-messages'

/**
 * What is to be done about a contact where something says it surely: the store, a person, a rule, or a name on either side that
 * this product or the CRM's users have put there. `undefined`: nothing does.
 */
export function planSurely(sides: Sides, named: Named, row: SiaghUser, number: number): Plan | undefined {
  const known = sides.mappings.identityOf(row.Code)
  if (row.IsAdminUser) return { do: 'skip', reason: 'admin' }
  if (known?.isGone) return { do: 'skip', reason: 'identity_gone' }
  if (known) return { do: 'leave', identityId: known.id }
  const decision = sides.decisions.get(row.Code)
  if (decision === 'skip') return { do: 'skip', reason: 'by_decision' }
  if (typeof decision === 'object') return planDecided(sides, row, decision.link)
  if (decision === undefined && !row.IsActive && sides.rules.import.inactive === 'skip') {
    return { do: 'skip', reason: 'inactive' }
  }
  if (!canBeSeen(nameOfRow(row))) return { do: 'skip', reason: 'no_name' }
  if (isBeingSynced(sides, row)) return { do: 'skip', reason: 'being_synced' }
  if (decision === 'create') return planMade(sides, row) ?? { do: 'create', decided: true }
  return planNamed(sides, row, surelyNamed(sides, row)) ?? planNumbered(sides, named, row, number)
}

function planDecided({ identities, mappings, unreadable }: Sides, row: SiaghUser, link: string): Plan {
  const id = normalizeId(link) ?? link
  const identity = identities.byId(id)
  if (identity === undefined) return { do: 'refuse', error: unreadable.has(id) ? notReadable(link) : notThere(link) }
  const owner = mappings.codeOf(identity)
  if (owner !== undefined && owner !== row.Code) return { do: 'refuse', error: taken(owner) }
  return { do: 'link', identity, by: 'decision' }
}

/** A sync has stored that it makes a contact, and this may be it: the sync knows it again by its own signs. */
function isBeingSynced({ mappings: { intents } }: Sides, row: SiaghUser): boolean {
  return intents.some((intent) => {
    if (row.tmpid !== undefined) return isSameId(row.tmpid, intent.id)
    return row.Code > intent.highestCode && isLike(row, intent)
  })
}

/** An earlier import may have done what was decided, and have been interrupted after it. */
function planMade(sides: Sides, row: SiaghUser): Plan | undefined {
  return planNamed(
    sides,
    row,
    surelyNamed(sides, row).filter(({ by }) => by === 'refId'),
  )
}

function planNamed(sides: Sides, row: SiaghUser, candidates: readonly Candidate[]): Plan | undefined {
  const [one, ...others] = candidates
  if (!one) return undefined
  const isFree = sides.mappings.codeOf(one.identity) === undefined
  const fits = others.length === 0 && isFree && isOfType(sides, row, one)
  return fits ? { do: 'link', ...one } : { do: 'ask', candidates }
}

/** Customer numbers are typed by hand: one that is another contact's by a surer name says nothing. */
function planNumbered(sides: Sides, named: Named, row: SiaghUser, number: number): Plan | undefined {
  const candidates = sides.identities
    .byCode(row.Code)
    .filter((identity) => named[identity] === 0 || named[identity] === number + 1)
    .filter((identity) => sides.mappings.codeOf(identity) === undefined)
    .map((identity): Candidate => ({ identity, by: 'customerNumber' }))
  return planNamed(sides, row, candidates)
}

function notThere(id: string): SyncError {
  return { kind: 'not_found', retryable: false, system: 'crm', ...worded('identity_not_there', { id }) }
}

function notReadable(id: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('identity_not_shown', { id }), path: '' }
}

function taken(code: number): SyncError {
  const words = worded('identity_already_linked', { code: String(code) })
  return { kind: 'ambiguous_match', retryable: false, ...words, candidates: [{ code: String(code) }] }
}
