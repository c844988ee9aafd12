import type { Result } from 'neverthrow'
import type { SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { askedPauseMs, pause, type Calls, type TakenLease } from '@siagh-sync/sync-core/long-work'
import type { RefIdProof } from './ref-id-proof'
import type { ImportEvent, ImportOptions, ReadState } from './import-events'

/** One import under way. */
export interface Job {
  readonly context: SyncInternals
  /** The calls for single contacts. The number of calls at once is limited. */
  readonly calls: Calls
  readonly options: ImportOptions
  /** Absent in a dry run, because that writes nothing. */
  readonly lease?: TakenLease
  /** The numbers of contacts with a create of unknown end. */
  readonly open: Set<number>
  readonly proof: RefIdProof
  /** The identity that was created last. If a list lacks it, the list is too old. */
  readonly last: { id?: string }
}

type Phase = Extract<ImportEvent, { kind: 'progress' }>['phase']

/** The event with the progress of a phase. */
export function progressOf(
  phase: Phase,
  progress: Extract<ImportEvent, { kind: 'progress' }>['progress'],
): Extract<ImportEvent, { kind: 'progress' }> {
  return { kind: 'progress', phase, progress }
}

/** Whether the caller has ended the import. */
export function isStopped({ options }: Job): boolean {
  return options.signal?.aborted === true
}

/** How much of a system was read. `count`: how many of its records are known. */
export function stateOf(job: Job, count: number): ReadState {
  if (!isStopped(job)) return 'whole'
  return count > 0 ? 'partly' : 'not'
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/** Whether a server is away. The import waits for it. */
export function isOutage(error: SyncError): boolean {
  return error.kind === 'unavailable' || error.kind === 'rate_limited'
}

/**
 * Waits before an attempt after `failures` failures in a row: up to a minute, and at least as long as the server asks
 * for.
 */
export function waitForServer({ context, options }: Job, error: SyncError, failures: number): Promise<void> {
  const backoffMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)) * (0.5 + context.random() / 2)
  const askedMs = 'retryAfterMs' in error ? askedPauseMs(error) : 0
  return pause(context.clock, askedMs + backoffMs, options.signal)
}

/** Makes a call, and repeats it after each outage until the import is ended. Returns the result of the last call. */
export async function patiently<T>(
  job: Job,
  call: () => PromiseLike<Result<T, SyncError>>,
): Promise<Result<T, SyncError>> {
  for (let failures = 0; ;) {
    const answer = await call()
    if (answer.isOk() || !isOutage(answer.error) || isStopped(job)) return answer
    await waitForServer(job, answer.error, (failures += 1))
  }
}

/** Lets timers and network answers run during long synchronous work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
