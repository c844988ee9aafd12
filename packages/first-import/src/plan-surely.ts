import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { SyncError } from '@siagh-sync/sync-core'
import { canBeSeen, isAsSent, isSameId, nameOfRow, normalizeId } from '@siagh-sync/sync-core/matching'
import { surelyNamed, type Named } from './name-surely'
import type { Candidate, Plan } from './plan'
import { isOfType, type ImportBasis } from './import-basis'
import { worded } from '@siagh-sync/sync-core/messages'

/**
 * The plan for a contact for which something decides surely: the store, a person, a rule, or an id that siagh-sync or
 * the CRM's users have written in one of the systems. `undefined`: nothing decides.
 */
export function planSurely(basis: ImportBasis, named: Named, row: SiaghUser, number: number): Plan | undefined {
  const known = basis.pairs.identityOf(row.Code)
  if (row.IsAdminUser) return { do: 'skip', reason: 'admin' }
  if (known?.isGone) return { do: 'skip', reason: 'identity_gone' }
  if (known) return { do: 'leave', identityId: known.id }
  const decision = basis.decisions.get(row.Code)
  if (decision === 'skip') return { do: 'skip', reason: 'by_decision' }
  if (typeof decision === 'object') return planDecided(basis, row, decision.link)
  if (decision === undefined && !row.IsActive && basis.rules.import.inactive === 'skip') {
    return { do: 'skip', reason: 'inactive' }
  }
  if (!canBeSeen(nameOfRow(row))) return { do: 'skip', reason: 'no_name' }
  if (isBeingSynced(basis, row)) return { do: 'skip', reason: 'being_synced' }
  if (decision === 'create') return planMade(basis, row) ?? { do: 'create', decided: true }
  return planNamed(basis, row, surelyNamed(basis, row)) ?? planNumbered(basis, named, row, number)
}

function planDecided({ identities, pairs, unreadable }: ImportBasis, row: SiaghUser, link: string): Plan {
  const id = normalizeId(link) ?? link
  const identity = identities.byId(id)
  if (identity === undefined) return { do: 'refuse', error: unreadable.has(id) ? notReadable(link) : notThere(link) }
  const owner = pairs.codeOf(identity)
  if (owner !== undefined && owner !== row.Code) return { do: 'refuse', error: taken(owner) }
  return { do: 'link', identity, by: 'decision' }
}

/** A sync has stored that it is creating a contact, and this may be that contact. The sync recognises it itself. */
function isBeingSynced({ pairs: { intents } }: ImportBasis, row: SiaghUser): boolean {
  return intents.some((intent) => {
    if (row.tmpid !== undefined) return isSameId(row.tmpid, intent.id)
    return row.Code > intent.highestCode && isAsSent(row, intent)
  })
}

/** An earlier import may have carried out the decision and was then interrupted. */
function planMade(basis: ImportBasis, row: SiaghUser): Plan | undefined {
  return planNamed(
    basis,
    row,
    surelyNamed(basis, row).filter(({ by }) => by === 'refId'),
  )
}

function planNamed(basis: ImportBasis, row: SiaghUser, candidates: readonly Candidate[]): Plan | undefined {
  const [one, ...others] = candidates
  if (!one) return undefined
  const isFree = basis.pairs.codeOf(one.identity) === undefined
  const fits = others.length === 0 && isFree && isOfType(basis, row, one)
  return fits ? { do: 'link', ...one } : { do: 'ask', candidates }
}

/**
 * Customer numbers are typed by hand. If a surer name gives the identity to another contact, the number does not
 * count.
 */
function planNumbered(basis: ImportBasis, named: Named, row: SiaghUser, number: number): Plan | undefined {
  const candidates = basis.identities
    .byCode(row.Code)
    .filter((identity) => named[identity] === 0 || named[identity] === number + 1)
    .filter((identity) => basis.pairs.codeOf(identity) === undefined)
    .map((identity): Candidate => ({ identity, by: 'customerNumber' }))
  return planNamed(basis, row, candidates)
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
