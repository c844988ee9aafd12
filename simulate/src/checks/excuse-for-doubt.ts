import type { Fault } from '@siagh-sync/sandbox'
import type { Ledger, SentRequest } from './ledger'
import { reasonInSiagh } from './reason-in-siagh'

/** After these the sender cannot tell whether it was carried out. */
const UNTOLD: ReadonlySet<Fault> = new Set([
  'resetBefore',
  'resetAfter',
  'hang',
  'hangAfter',
  'truncatedJson',
  'error500',
  'htmlPage',
] satisfies Fault[])

// The clients' time limit.
const PATIENCE_MS = 30_000

/**
 * The reason why nobody can know whether the pre-invoice of a document exists: its answer was lost, or the holder of
 * its lease had trouble during the write. `undefined`: there is no such reason.
 */
export function excuseForDoubt(ledger: Ledger, id: string): string | undefined {
  const lost = ledger.requests.find((request) => request.recordId === id && isUntold(request))
  if (lost) return `an answer was lost (${lost.record?.fault ?? 'late'})`
  if (ledger.requests.some((request) => request.recordId === id && isUnclear(request)))
    return 'a session ended in a form that can also follow a write'
  if (isNameless(ledger) && ledger.requests.some((request) => request.recordId === id && request.wrotePreInvoice))
    return 'Siagh told neither its number nor its code'
  const isBroken = ledger.requests.some((request) => request.recordId === id && hasBrokenOff(request))
  const isCodeMissing = ledger.ways.flaw?.blocks === 'documents'
  const reason = isCodeMissing ? 'a code was missing' : reasonInSiagh(ledger, id, { kind: 'rejected' }, -Infinity)
  if (isBroken && reason) return reason
  return ledger.holds.of(id).flatMap(({ troubles }) => troubles)[0]
}

function isUntold({ record, sentAt, returnedAt }: SentRequest): boolean {
  if (record?.fault && UNTOLD.has(record.fault)) return true
  return returnedAt === undefined || returnedAt - sentAt >= PATIENCE_MS
}

/** An ended session is told by a status, or in a form that may be anything. */
function isUnclear({ record }: SentRequest): boolean {
  return record?.sessionEnded === true && (record.status ?? 0) < 400
}

function hasBrokenOff(request: SentRequest): boolean {
  return isRefusedByItself(request) || request.leftPiece !== undefined
}

/** No fault struck it, its session was open, and Siagh did not carry it out. */
export function isRefusedByItself({ record }: SentRequest): boolean {
  return record?.status === 200 && !record.applied && record.fault === undefined && !record.sessionEnded
}

/** Whether nothing in the answer of Siagh tells which document it has made. */
function isNameless({ ways: { dialect } }: Ledger): boolean {
  const { preInvoiceCode, preInvoiceNumber } = dialect
  return preInvoiceCode === 'missing' && (preInvoiceNumber === 'other-words' || preInvoiceNumber === 'missing')
}
