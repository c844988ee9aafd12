import type { StoredError } from '@siagh-sync/sync-core'
import type { Plan } from '../world/plan'
import { excuseForDoubt, isRefusedByItself } from './excuse-for-doubt'
import { hasRival } from './has-rival'
import type { Ledger, SentRequest } from './ledger'
import { reasonInSiagh } from './reason-in-siagh'
import { inboxChangeOf, keyIn, type StoreCall } from './store-call'

const ATTEMPTS = 12
// As far back as a failure may have had its cause: a run, its retries and its renewed logins.
const RECENT_MS = 45 * 60_000
// What a run has read may be as old as this when it ends.
const RUN_MS = 5 * 60_000

/** Checks of each dead letter, when it is made, that its reason is true. */
export function watchBurials(ledger: Ledger, plan: Plan, now: () => number): void {
  ledger.onStoreCall((call) => {
    const failure = inboxChangeOf(call)
    if (failure?.do !== 'bury' || (call.result.unwrapOr(undefined) as { inbox?: unknown }).inbox !== 'buried') return
    const key = keyIn(call.args)
    const isOfSiagh = key && reasonInSiagh(ledger, key.id, failure.error, now() - RUN_MS) !== undefined
    const lie = isOfSiagh ? undefined : key ? lieIn(ledger, plan, call, key, failure, now()) : 'no key'
    if (lie) {
      const { kind, message } = failure.error
      ledger.violations.push(
        `failure: ${key?.kind ?? ''} ${key?.id ?? ''} was given up as ${kind} (${message}), but ${lie}`,
      )
    }
  })
}

type Failure = { readonly attempts: number; readonly error: StoredError }

/** What the process of a call has sent a short time ago. */
function recentOf({ requests }: Ledger, { machine }: StoreCall, now: number): SentRequest[] {
  return requests.filter((request) => request.machine === machine && now - request.sentAt < RECENT_MS)
}

/** What is untrue about a reason; `undefined`: nothing. */
function lieIn(
  ledger: Ledger,
  plan: Plan,
  call: StoreCall,
  key: { readonly kind: string; readonly id: string },
  { attempts, error }: Failure,
  now: number,
): string | undefined {
  const struck = (test: (request: SentRequest) => boolean) => recentOf(ledger, call, now).some(test)
  switch (error.kind) {
    case 'unavailable':
    case 'malformed':
    case 'outcome_unknown':
      return attempts >= ATTEMPTS ? undefined : `only ${attempts} attempts were made`
    case 'rate_limited':
    case 'store_unavailable':
    case 'busy':
    case 'held':
    case 'defect':
    case 'invalid_change':
      return 'that is never a reason'
    case 'ambiguous_match':
      return hasRival(ledger, key.id) ? undefined : 'nobody else names its contact'
    case 'contact_replaced':
    case 'no_account_party':
    case 'contact_unreadable':
    case 'foreign_store':
      return 'nothing has brought that about'
    case 'rejected':
      return struck((request) => isRefusal(request, plan)) ? undefined : 'nothing was refused'
    case 'unauthorized':
      return struck(isSessionEnd) ? undefined : 'no session or login was refused'
    case 'not_found':
      return isGone(ledger, key) || struck(isRefusedReading) ? undefined : 'the record is there'
    case 'invalid_data':
      return isInvalid(ledger, key, now) || struck(isRefusedReading) ? undefined : 'the record is sound'
    case 'in_doubt':
      return excuseForDoubt(ledger, key.id) ? undefined : 'nothing has made its end unknown'
  }
}

/** A server has answered that the session is over, or has refused a login. */
function isSessionEnd({ record }: SentRequest): boolean {
  return record?.sessionEnded === true || (record?.operation === 'login' && record.status !== 200)
}

/**
 * HTTP 403 is a refusal, unless the session is old. Some servers end a session that way. Under a flaw Siagh refuses by
 * itself what it cannot save.
 */
function isRefusal(request: SentRequest, { flaw }: Plan): boolean {
  const { fault, status } = request.record ?? {}
  if (request.madeAnother) return true
  return fault === 'refusal' || status === 403 || (flaw !== undefined && isRefusedByItself(request))
}

/** A refused reading reads as that of a missing record: nobody knows the CRM's answer to those. */
export const isRefusedReading = ({ side, record }: SentRequest) => side === 'crm' && record?.fault === 'refusal'

function isGone({ crm }: Ledger, { id }: { readonly id: string }): boolean {
  const states = crm.identities().get(id) ?? crm.documents().get(id)
  return !states || states.at(-1)?.object === null
}

/** A document without lines, or one whose customer the CRM does not have. */
function isInvalid(ledger: Ledger, { id }: { readonly id: string }, now: number): boolean {
  const states = ledger.crm.documents().get(id) ?? []
  return states.some(({ object }) => {
    if (object === null) return false
    const customer = ledger.crm.identities().get(object.identityId ?? '')
    const cameJustNow = now - (customer?.[0]?.at ?? now) < RUN_MS
    return object.details.length === 0 || cameJustNow || customer?.some((state) => state.object === null) !== false
  })
}
