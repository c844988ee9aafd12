import { err, ok, okAsync, type ResultAsync } from 'neverthrow'
import type { StoreUnavailable, SyncError } from '../errors'
import type { FinishRun, Mapping, MappingChange, MappingDraft, RunEnd, SaveMapping } from '../ports/store'
import type { RecordKey } from '../types'
import { takenOver } from './busy'
import { recordParams, worded } from '../messages/core-messages'

/** A mapping of the run's own record. */
export type Draft = Omit<MappingDraft, 'key'>

/** Functions to call when a mapping was recorded, or could not be recorded. */
export interface WhenRecorded {
  /** The store has the mapping. */
  readonly recorded?: (mapping: Mapping) => void
  /** The store does not have the mapping, and nobody will try again. `lost`: the mapping that was to be recorded. */
  readonly unrecorded?: (error: SyncError, lost: Draft | null) => void
  /** Turns the refusal of the store into the error of the run. Default: the refusal itself. */
  readonly failure?: (refusal: SyncError) => SyncError
  /** A refusal is not an error: the mapping is already correct. Default `false`. */
  readonly mayBeRefused?: boolean
}

/** The mapping of a run's record: as it is in the store, and as it will be when the run ends. */
export interface MappingRecord {
  /** The mapping, including what is still to be recorded. */
  current(): Mapping | null
  /**
   * Stores what is about to be sent. If the store does not say whether it has stored that, the end of the run takes
   * it back, because nothing was sent.
   */
  intend(draft: Draft): ResultAsync<Mapping, SyncError>
  /** Sets what is recorded when the run ends. `null`: the mapping is removed then. */
  set(draft: Draft | null, whenRecorded?: WhenRecorded): void
  /** Records now what is to be recorded. The run continues. */
  recordNow(): ResultAsync<void, SyncError>
  /** The change that the end of the run has to record. */
  change(): MappingChange | undefined
  /** Reports that the store has recorded the end of the run. */
  confirm(saved: Mapping | undefined): void
  /** Reports that the store refuses the change. Returns the error of the run. `undefined`: the refusal is no error. */
  refuse(error: SyncError): SyncError | undefined
}

/** The key, and the two visits to the store that write the mapping. */
export interface MappingStore {
  readonly key: RecordKey
  readonly intend: (draft: MappingDraft, expectedVersion: number) => ResultAsync<SaveMapping, StoreUnavailable>
  readonly finish: (end: RunEnd) => ResultAsync<FinishRun, StoreUnavailable>
}

interface Pending extends MappingChange {
  readonly whenRecorded: readonly WhenRecorded[]
}

interface State {
  stored: Mapping | null
  pending?: Pending | undefined
}

/**
 * `found`: the mapping that the store had when the run began. `isRecorded` is `false` for a run that writes nothing: it
 * sees what it would record, and the store never gets it.
 */
export function createMappingRecord(
  store: MappingStore,
  found: Mapping | null,
  { isRecorded }: { readonly isRecorded: boolean } = { isRecorded: true },
): MappingRecord {
  const state: State = { stored: found }
  return {
    current: () => currentOf(state),
    intend: (draft) => intend(state, store, draft),
    set: (draft, whenRecorded = {}) => {
      setPending(state, store.key, draft, whenRecorded)
    },
    recordNow: () => (isRecorded ? recordNow(state, store) : okAsync(undefined)),
    change: () => (isRecorded ? changeOf(state) : undefined),
    confirm: (saved) => {
      if (isRecorded) confirm(state, saved)
    },
    refuse: (error) => refuse(state, error),
  }
}

function currentOf({ stored, pending }: State): Mapping | null {
  if (!pending) return stored
  const { draft, expectedVersion } = pending
  return draft && { ...draft, version: expectedVersion + 1, updatedAt: stored?.updatedAt ?? 0 }
}

function changeOf({ pending }: State): MappingChange | undefined {
  return pending && { draft: pending.draft, expectedVersion: pending.expectedVersion }
}

function intend(state: State, store: MappingStore, draft: Draft): ResultAsync<Mapping, SyncError> {
  const { stored } = state
  const expectedVersion = stored?.version ?? 0
  return store
    .intend({ ...draft, key: store.key }, expectedVersion)
    .mapErr((error): SyncError => {
      state.pending = { draft: stored, expectedVersion: expectedVersion + 1, whenRecorded: [{ mayBeRefused: true }] }
      return error
    })
    .andThen((saved) => {
      state.pending = undefined
      if (saved.status !== 'saved') return err(refusalError(saved, draft))
      state.stored = saved.mapping
      return ok(saved.mapping)
    })
}

function setPending(state: State, key: RecordKey, draft: Draft | null, whenRecorded: WhenRecorded): void {
  const { stored, pending } = state
  const expectedVersion = stored?.version ?? 0
  const isNothing = draft === null && expectedVersion === 0
  state.pending = isNothing
    ? undefined
    : {
        draft: draft && { ...draft, key },
        expectedVersion,
        whenRecorded: [...(pending?.whenRecorded ?? []), whenRecorded],
      }
}

function recordNow(state: State, { finish }: MappingStore): ResultAsync<void, SyncError> {
  const mapping = changeOf(state)
  if (!mapping) return okAsync(undefined)
  return finish({ mapping, keepLease: true }).andThen((end) => {
    if (end.status === 'finished') {
      confirm(state, end.mapping)
      return ok(undefined)
    }
    const error = refusalError(end, mapping.draft)
    return err(refuse(state, error) ?? error)
  })
}

function confirm(state: State, saved: Mapping | undefined): void {
  const { pending } = state
  if (!pending) return
  state.stored = saved ?? null
  state.pending = undefined
  if (saved) for (const { recorded } of pending.whenRecorded) recorded?.(saved)
}

function refuse(state: State, error: SyncError): SyncError | undefined {
  const { whenRecorded, draft } = state.pending ?? { whenRecorded: [], draft: null }
  state.pending = undefined
  for (const { unrecorded } of whenRecorded) unrecorded?.(error, draft)
  if (whenRecorded.some(({ mayBeRefused }) => mayBeRefused)) return undefined
  return whenRecorded.reduce((failure, { failure: toFailure = same }) => toFailure(failure), error)
}

const same = (error: SyncError) => error

/**
 * Why a mapping was not written. `busy`: another worker took the record over. `ambiguous_match`: the counterpart
 * belongs to another record.
 */
export function refusalError(
  refusal: Exclude<SaveMapping, { readonly status: 'saved' }>,
  draft: Pick<Draft, 'siagh'> | null,
): SyncError {
  switch (refusal.status) {
    case 'conflict':
    case 'lease_lost':
      return takenOver()
    case 'taken':
      return {
        kind: 'ambiguous_match',
        retryable: false,
        ...worded('counterpart_already_linked', recordParams(refusal.by)),
        candidates: draft?.siagh ? [draft.siagh] : [],
      }
  }
}
