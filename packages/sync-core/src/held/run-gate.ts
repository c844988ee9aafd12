import { err, ok, okAsync, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Clock } from '../ports/clock'
import type { HeldChange, HeldChanges } from '../ports/store'
import { callRule, ruleFailure } from '../run/guard-rules'
import { worded } from '../messages/core-messages'
import type { Outcome, RecordKey } from '../types'
import { heldError } from './held-error'
import type { HoldRule } from './hold-rule'
import { isSame, judgeWrite, type Judgement, type RunMode } from './judge-write'
import { countedAs, fieldsThatChange, fingerprintOfWrite, type PlannedWrite } from './planned-write'

/** What decides whether the writes of a run leave. Every write of a run asks it, and it says what the run records. */
export interface RunGate {
  readonly mode: RunMode
  /** Whether the write may leave now. The error `held`: it may not. */
  judge(planned: PlannedWrite): ResultAsync<void, SyncError>
  /** Reports that the write has left and was carried out. */
  written(planned: PlannedWrite): void
  /** Reports that the document has to wait for its customer. */
  waitFor(customer: RecordKey): void
  /** Whether a document waits for this identity, because an operator has not decided about its contact yet. */
  isAwaited(): ResultAsync<boolean, SyncError>
  /** What the run records as held. `undefined`: nothing changes. `isBuried`: the record becomes a dead letter. */
  change(result: Result<Outcome, SyncError>, isBuried: boolean): HeldChange | null | undefined
  /** What the run wanted to write last. */
  planned(): PlannedWrite | undefined
}

/** What a gate needs. */
export interface GateContext {
  readonly mode: RunMode
  readonly hold: HoldRule
  readonly clock: Clock
  readonly store: { readonly heldChanges: Pick<HeldChanges, 'counts' | 'list'> }
}

interface GateState {
  readonly context: GateContext
  readonly key: RecordKey
  known: HeldChange | null
  change?: HeldChange | null
  last?: PlannedWrite
}

/** A gate for one run. `found`: what was held of the record when the run began. */
export function createRunGate(context: GateContext, key: RecordKey, found: HeldChange | null): RunGate {
  const state: GateState = { context, key, known: found }
  return {
    mode: context.mode,
    judge: (planned) => judgeAndNote(state, planned),
    written({ write }) {
      const { known } = state
      if (known === null || known.state === 'written') return
      const isCounted = known.state === 'released' && typeof context.hold === 'object'
      put(state, isCounted ? { state: 'written', write, fingerprint: '', fields: [] } : null)
    },
    waitFor({ id: waitsFor }) {
      if (context.mode !== 'live') return
      if (state.known?.state === 'held' && state.known.waitsFor === waitsFor) state.change = state.known
      else put(state, { state: 'held', write: 'post_document', fingerprint: '', fields: [], waitsFor })
    },
    isAwaited() {
      if (state.known === null) return okAsync(false)
      const { company, id: waitsFor } = key
      const waiting = context.store.heldChanges.list(company, { state: 'held', waitsFor }, { limit: 1 })
      return waiting.map(({ items }) => items.length > 0)
    },
    change: (result, isBuried) => changeOf(state, result, isBuried),
    planned: () => state.last,
  }
}

function put(state: GateState, next: Omit<HeldChange, 'key' | 'at'> | null): void {
  const { key, context } = state
  state.known = next && { ...next, key, at: context.clock.now() }
  state.change = state.known
}

function judgeAndNote(state: GateState, planned: PlannedWrite): ResultAsync<void, SyncError> {
  state.last = planned
  const { write } = planned
  const fingerprint = fingerprintOfWrite(planned)
  return judge(state, planned, fingerprint).andThen((judgement) => {
    if (judgement === 'send') return ok(undefined)
    const { known } = state
    if (judgement === 'hold' && !(known?.state === 'held' && isSame(known, write, fingerprint)))
      put(state, { state: 'held', write, fingerprint, fields: fieldsThatChange(planned) })
    else if (judgement === 'hold' || judgement === 'refuse') state.change = known
    const isAgain = judgement === 'hold' && known?.state === 'released' && known.write === write
    return err(heldError(isAgain ? 'again' : REASONS[judgement], state.key))
  })
}

function changeOf(
  state: GateState,
  result: Result<Outcome, SyncError>,
  isBuried: boolean,
): HeldChange | null | undefined {
  const { context, known, change } = state
  if (context.mode === 'shadow') return shadowOf(state, result)
  if (change !== undefined) return change
  if (known === null || known.state === 'written') return undefined
  // It belongs in the books no more, but perhaps again later.
  if (result.isOk() && result.value.outcome === 'skipped') return stillUndecided(state)
  // The record needs no write any more. What was held of it is out of date.
  if (result.isOk()) return null
  // The newer state cannot be sent. It stands among the failures, and a retry holds it again.
  return isBuried && known.state === 'held' ? stillUndecided(state) : undefined
}

/**
 * Nothing waits for the operator now. But a write that was held may come from a shadow, and then it is not created
 * later without an operator, whatever the rule says.
 */
function stillUndecided({ context, key }: GateState): HeldChange | null {
  if (context.hold === 'all') return null
  return { key, state: 'shadow', write: 'none', fingerprint: '', fields: [], at: context.clock.now() }
}

const REASONS = { hold: 'waits', refuse: 'refused', note: 'shadow', show: 'preview' } as const

function judge(
  { context, key, known }: GateState,
  planned: PlannedWrite,
  fingerprint: string,
): ResultAsync<Judgement, SyncError> {
  const judgement = judgeWrite({ mode: context.mode, known, write: planned.write, fingerprint })
  if (judgement !== 'rule') return okAsync(judgement)
  return isHeldByRule(context, key, planned).map((isHeld): Judgement => (isHeld ? 'hold' : 'send'))
}

function isHeldByRule(
  { hold, store }: GateContext,
  { company }: RecordKey,
  planned: PlannedWrite,
): ResultAsync<boolean, SyncError> {
  if (hold === 'none') return okAsync(false)
  if (hold === 'all') return okAsync(true)
  if (typeof hold === 'function') return okAsync(answerOf(hold, planned))
  const counted = countedAs(planned.write)
  const first = hold[counted] ?? 0
  if (first === 0) return okAsync(false)
  return safeTry(async function* () {
    const counts = yield* store.heldChanges.counts(company)
    const written = counts.filter(
      ({ state, kind }) => state === 'written' && (kind === 'identity') === (counted === 'contacts'),
    )
    return ok(written.reduce((sum, { records }) => sum + records, 0) < first)
  })
}

function answerOf(rule: Extract<HoldRule, (...args: never[]) => unknown>, planned: PlannedWrite): boolean {
  const answer: unknown = callRule('hold', () => rule(planned))
  if (typeof answer === 'boolean') return answer
  throw ruleFailure(worded('rule_answer_no_yes_or_no', { rule: 'hold' }))
}

/**
 * Every record that a run in shadow has seen is remembered, so that it is handled again when the writes begin. What
 * was held before stays as it is. A release does not stay: somebody may type the record into Siagh meanwhile.
 */
function shadowOf(
  { context, key, known, last }: GateState,
  result: Result<Outcome, SyncError>,
): HeldChange | null | undefined {
  if (known !== null && known.state !== 'shadow' && known.state !== 'released') return undefined
  if (result.isOk() && result.value.outcome === 'gone') return null
  const write = last?.write ?? 'none'
  const fields = last ? fieldsThatChange(last) : []
  return { key, state: 'shadow', write, fingerprint: '', fields, at: context.clock.now() }
}
