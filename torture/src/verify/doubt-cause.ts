import type { Evidence } from './finding'

// What leaves the sender of a pre-invoice without a word about it.
const losesTheAnswer = new Set([
  'resetBefore',
  'resetAfter',
  'truncatedJson',
  'error500',
  'htmlPage',
  'hang',
  'hangAfter',
  'away',
])

// Between two processes of one machine.
const SLACK_MS = 250

/**
 * Why a document is in doubt, as the sandbox and the schedule know it: its answer was lost, or the process that was sending it was
 * interrupted. `undefined`: there was no reason.
 */
export function doubtCause(
  key: string,
  { store, books, schedule, startedAt }: Evidence,
): 'answer lost' | 'interrupted' | undefined {
  const parked = store.journal.find((row) => row.key === key && row.error_kind === 'in_doubt')
  if (!parked) return undefined
  const from = parked.at - SLACK_MS
  const to = parked.at + parked.duration_ms + SLACK_MS
  // Of a run that found the intent of another one, nothing was sent.
  if (!parked.calls_json.includes('createPreInvoice')) {
    const interrupted = schedule.some((done) => interrupts.has(done.name) && startedAt + done.from < to)
    return interrupted ? 'interrupted' : undefined
  }
  const lost = books.siaghRequests.some(
    ({ operation, at, fault }) =>
      operation === 'savePreInvoice' && at >= from && at <= to && fault !== undefined && losesTheAnswer.has(fault),
  )
  const wasAway = schedule.some(
    (done) => done.name === 'Siagh away' && startedAt + done.from < to && startedAt + done.to > from,
  )
  return lost || wasAway ? 'answer lost' : undefined
}

const interrupts = new Set([
  'kill -9 a worker',
  'rolling restart',
  'freeze a worker past its leases',
  'restart PostgreSQL',
  'kill -9 PostgreSQL',
])
