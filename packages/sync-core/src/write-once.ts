import { err, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/siagh-client'
import type { SyncError } from './errors'
import type { RunGate } from './held/run-gate'
import type { PlannedWrite } from './held/planned-write'
import type { Clock } from './ports/clock'
import type { Mapping } from './ports/store'
import type { Rules } from './rules'
import { busy } from './run/busy'
import type { Hold } from './run/hold'
import { instantOf, passedSince, type Instant } from './run/instants'
import type { Draft, MappingRecord, WhenRecorded } from './run/mapping-record'
import { worded } from './messages/core-messages'

/*
 * The rules that keep a write from being made twice.
 *
 * Siagh and the CRM do not refuse a second contact, identity or pre-invoice. They do not refuse a worker that was
 * suspended and has lost its lease. So:
 *
 * 0. A write leaves only if the gate of its run allows it (`RunGate`): an operator may have to release it first, and in
 *    shadow nothing leaves.
 * 1. A write leaves only while the lease lasts longer than the write may take to arrive, and soon after its intent
 *    was stored (`refusalToSend`). The worker that takes the record over then finds what was written.
 * 2. Before a write to Siagh leaves, the store holds what is about to be sent: the intent (`writeOnce`).
 * 3. The answer says whether the write was carried out: done, not done, or unknown (`endOfWrite`).
 * 4. That end and the kind of write decide what the run records (`recordAfter`). If the run dies before it records
 *    anything, the intent stays. The next run then looks for the contact, or marks the document as in doubt.
 * 5. A write of unknown end may still arrive for a while (`arrivalOf`). Until then its absence proves nothing,
 *    neither to the next run nor to an operator (`mayBeDenied`).
 */

/** The kind of a write. */
export type WriteKind = 'make_contact' | 'change_contact' | 'post_document'

/** How a write has ended, as far as the sender knows. */
export type WriteEnd = 'done' | 'not_done' | 'unknown'

/** What happens to the intent after the write. */
export type AfterWrite =
  /** The counterpart replaces it. */
  | 'counterpart'
  /** It stays. The next run makes the change again if the change was not recorded. */
  | 'leave'
  /** The mapping from before the intent replaces it. */
  | 'before'
  /** It is removed. */
  | 'forget'
  /** It is stored again. Its age counts from the moment when the write may have left. */
  | 'intend_again'
  /** The document is marked as in doubt. */
  | 'doubt'

const AFTER: Readonly<Record<WriteKind, Readonly<Record<WriteEnd, AfterWrite>>>> = {
  make_contact: { done: 'counterpart', not_done: 'forget', unknown: 'intend_again' },
  change_contact: { done: 'counterpart', not_done: 'leave', unknown: 'leave' },
  post_document: { done: 'counterpart', not_done: 'before', unknown: 'doubt' },
}

/** What is recorded after a write of this kind with this end. */
export function recordAfter(kind: WriteKind, end: WriteEnd): AfterWrite {
  return AFTER[kind][end]
}

/** How a write has ended. `unknown`: the write may have been carried out, completely or in part. */
export function endOfWrite(answer: Result<unknown, ApiError>): WriteEnd {
  if (answer.isOk()) return 'done'
  const { error } = answer
  switch (error.kind) {
    case 'outcome_unknown':
    case 'defect':
      return 'unknown'
    case 'rejected':
      return error.brokeOff === true ? 'unknown' : 'not_done'
    case 'unauthorized':
    case 'not_found':
    case 'unavailable':
    case 'rate_limited':
    case 'malformed':
      return 'not_done'
  }
}

/** The facts that decide whether a write may leave now. */
export interface Departure {
  /** For how long the lease is surely held, on our clock. */
  readonly leftMs: number
  /** How long a lease lasts. */
  readonly leaseMs: number
  /** How long a write may take to arrive. */
  readonly arrivalMs: number
  /** How long ago the intent was stored. */
  readonly waitedMs: number
  /** The server has just lost an answer, or it is away. */
  readonly isLeftAlone: boolean
}

/**
 * A write may wait before it leaves, mostly for a login. It leaves at most this long after its intent was stored: the
 * age of the intent says when the write must have arrived.
 */
const LEAVE_MS = 10_000

/** Why a write may not leave now. `undefined`: it may leave. */
export function refusalToSend({
  leftMs,
  leaseMs,
  arrivalMs,
  waitedMs,
  isLeftAlone,
}: Departure): 'left_alone' | 'too_late' | undefined {
  if (isLeftAlone) return 'left_alone'
  // A negative value means that our clock was set back. Nobody knows then how long the write has waited.
  if (waitedMs < 0 || waitedMs > LEAVE_MS) return 'too_late'
  // When a write has arrived, half of a short lease may be used up. A short lease must not forbid all writes.
  const neededMs = Math.min(arrivalMs, leaseMs / 2)
  // More than a whole lease is left only if our clock was set back. Nobody knows then how long the lease lasts.
  return leftMs >= neededMs && leftMs <= leaseMs ? undefined : 'too_late'
}

/**
 * For how many milliseconds a write of unknown end may still arrive. 0: it has arrived, or it never will. All times
 * are the store's. `unknown`: the intent is newer than the lease. The store's clock was set back, so nobody knows the
 * age of the intent.
 */
export function arrivalOf(intendedAt: number, leaseTakenAt: number, wholeMs: number): number | 'unknown' {
  const ageMs = leaseTakenAt - intendedAt
  return ageMs < 0 ? 'unknown' : Math.max(0, wholeMs - ageMs)
}

/** An operator looks in Siagh and types the verdict up to half a minute later. */
export const LOOK_MS = 30_000

/**
 * Whether an operator can already know that a document of unknown end is not in Siagh. `arrivalMs`: the result of
 * `arrivalOf`, called with a `wholeMs` that includes `LOOK_MS`.
 */
export function mayBeDenied(arrivalMs: number): boolean {
  return arrivalMs === 0
}

/** The lease, the clock and the rules of the worker that writes. */
export interface Writer {
  readonly hold: Hold
  readonly clock: Clock
  readonly rules: Rules
}

/** How a write has ended, and with what value or error. */
export type Sent<T> =
  | { readonly end: 'done'; readonly value: T }
  /** The error `busy`: the write did not leave. */
  | { readonly end: 'not_done'; readonly error: SyncError }
  | { readonly end: 'unknown'; readonly error: SyncError }

/** Makes a call that writes. The call asks `mayLeave` immediately before it leaves. */
export type Send<T> = (mayLeave: () => boolean) => PromiseLike<Result<T, ApiError>>

/** More facts that decide whether a write may leave. */
interface Condition {
  readonly isLeftAlone?: (() => boolean) | undefined
  /** The time just before the intent was stored. Absent: there is no intent, because a lease replaces it. */
  readonly intendedAt?: Instant | undefined
}

/** Sends a write, if the write may leave. */
export async function sendWhileHeld<T>(
  writer: Writer,
  send: Send<T>,
  { isLeftAlone = () => false, intendedAt }: Condition = {},
): Promise<Sent<T>> {
  let kept: SyncError | undefined
  const answer = await send(() => {
    kept = keptBack(writer, { isLeftAlone: isLeftAlone(), intendedAt })
    return kept === undefined
  })
  const end = endOfWrite(answer)
  if (answer.isOk()) return { end: 'done', value: answer.value }
  return end === 'unknown' ? { end, error: answer.error } : { end: 'not_done', error: kept ?? answer.error }
}

function keptBack(
  { hold, clock, rules }: Writer,
  { isLeftAlone, intendedAt }: { readonly isLeftAlone: boolean; readonly intendedAt?: Instant | undefined },
): SyncError | undefined {
  const now = clock.now()
  const { leaseMs, retry } = rules
  const waitedMs = intendedAt ? passedSince(intendedAt, clock) : 0
  switch (
    refusalToSend({ leftMs: hold.until() - now, leaseMs, arrivalMs: retry.afterUnknownWriteMs, waitedMs, isLeftAlone })
  ) {
    case 'left_alone':
      return busy(worded('busy_after_lost_answer'))
    case 'too_late':
      return busy(worded('busy_lease_too_short'))
    case undefined:
      return undefined
  }
}

/** A write to Siagh that must not happen twice. */
export interface OnceWrite<T> {
  readonly kind: WriteKind
  /** Exactly what is sent. The gate decides whether it may leave. */
  readonly planned: PlannedWrite
  /** What is recorded before it is sent. */
  readonly intent: Draft
  readonly send: Send<T>
  /** What is recorded after the write was carried out. `undefined`: the intent already says everything. */
  readonly counterpart: (value: T) => Draft | undefined
  /** The error of the run if nobody knows the end. Default: the client's error. */
  readonly unknown?: (error: SyncError) => SyncError
  readonly isLeftAlone?: () => boolean
  readonly whenRecorded?: WhenRecorded
}

/**
 * Stores the intent, sends the write, and notes what the run has to record at its end. If the store does not confirm
 * the intent, nothing is sent, and the end of the run takes the intent back.
 */
export function writeOnce<T>(
  writer: Writer & { readonly mapping: MappingRecord; readonly gate: RunGate },
  write: OnceWrite<T>,
): ResultAsync<T, SyncError> {
  const { mapping, gate } = writer
  return safeTry(async function* () {
    yield* gate.judge(write.planned)
    // If the write may not leave, the intent is not stored either.
    const kept = keptBack(writer, { isLeftAlone: false })
    if (kept) return err(kept)
    const before = mapping.current()
    const intendedAt = instantOf(writer.clock)
    yield* mapping.intend(write.intent)
    const sent = await sendWhileHeld(writer, write.send, { isLeftAlone: write.isLeftAlone, intendedAt })
    switch (recordAfter(write.kind, sent.end)) {
      case 'counterpart': {
        const counterpart = sent.end === 'done' ? write.counterpart(sent.value) : undefined
        if (counterpart) mapping.set(counterpart, write.whenRecorded)
        break
      }
      case 'leave':
        break
      case 'before':
        mapping.set(before, { mayBeRefused: true })
        break
      case 'forget':
        mapping.set(null, { mayBeRefused: true })
        break
      case 'intend_again':
        mapping.set(write.intent)
        break
      case 'doubt':
        mapping.set({ ...write.intent, state: 'in_doubt' })
        break
    }
    if (sent.end === 'done') gate.written(write.planned)
    return resultOf(sent, write)
  })
}

function resultOf<T>(sent: Sent<T>, { unknown = (error) => error }: OnceWrite<T>): Result<T, SyncError> {
  if (sent.end === 'done') return ok(sent.value)
  return err(sent.end === 'unknown' ? unknown(sent.error) : sent.error)
}

/** How long after its intent was stored a write may arrive, in milliseconds. */
export function longestArrivalMs({ retry }: Rules): number {
  return LEAVE_MS + retry.afterUnknownWriteMs
}

/**
 * For how many milliseconds the write behind a stored intent may still arrive at Siagh. If nobody can know, the
 * intent is recorded again and the whole time starts again.
 */
export function timeUntilArrival(
  { hold, rules, mapping }: Pick<Writer, 'hold' | 'rules'> & { readonly mapping: Pick<MappingRecord, 'set'> },
  intent: Mapping,
  wholeMs: number = longestArrivalMs(rules),
): number {
  const arrivalMs = arrivalOf(intent.updatedAt, hold.takenAt, wholeMs)
  if (arrivalMs !== 'unknown') return arrivalMs
  mapping.set(intent)
  return wholeMs
}
