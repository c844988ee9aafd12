import type { Note, StoredError } from '@siagh-sync/sync-core'
import type { Row } from './inbox-table'

/** The facts about a failed attempt, for `postpone` and `bury`. */
export interface FailedAttempt {
  readonly attempts: number
  readonly dueAt: number
  readonly error: StoredError
}

/** The entry after a note. `before` is `undefined` for the first note. */
export function noted(before: Row | undefined, { key, event, type, trigger, at }: Note): Row {
  const fields = {
    key,
    event,
    trigger,
    latestAt: at,
    noteTimes: [...(before?.noteTimes ?? []), at],
    ...(type !== undefined && { type }),
  }
  if (before === undefined) return { ...fields, generation: 1, notedAt: at, state: 'pending', attempts: 0, dueAt: at }
  const next = { ...before, ...fields, generation: before.generation + 1 }
  switch (before.state) {
    case 'pending':
      return before.trigger === 'revisit' ? { ...next, dueAt: Math.min(before.dueAt, at) } : next
    case 'failed':
      return { ...next, state: 'pending', attempts: 0, dueAt: at }
    case 'settled':
      return { ...next, state: 'pending', attempts: 0, dueAt: Math.max(before.dueAt, at), notedAt: at }
  }
}

/** The entry after `generation` was handled. */
export function settled(before: Row, generation: number, dueAt: number): Row {
  const { error: _, ...row } = before
  if (row.generation <= generation) return { ...row, state: 'settled', attempts: 0, dueAt, noteTimes: [] }
  const noteTimes = row.noteTimes.slice(generation - row.generation)
  return { ...row, state: 'pending', attempts: 0, dueAt, notedAt: noteTimes[0] ?? row.notedAt, noteTimes }
}

/** The entry after an attempt that will be repeated. */
export function postponed(before: Row, { attempts, dueAt, error }: FailedAttempt): Row {
  return { ...before, state: 'pending', attempts, dueAt, error: kept(error) }
}

/** The entry after its last attempt. */
export function buried(before: Row, generation: number, { attempts, dueAt, error }: FailedAttempt): Row {
  if (before.generation <= generation) return { ...before, state: 'failed', attempts, error: kept(error) }
  return { ...before, state: 'pending', attempts: 0, dueAt, error: kept(error) }
}

/** A copy with only the port's fields, so without a stack or a cause that the caller's object may have. */
const kept = (error: StoredError): StoredError => structuredClone(error)
