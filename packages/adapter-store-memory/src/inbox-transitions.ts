import type { Note, StoredError } from '@siagh-sync/sync-core'
import type { Row } from './inbox-table'

/** What `postpone` and `bury` are told about a failed attempt. */
export interface FailedAttempt {
  readonly attempts: number
  readonly dueAt: number
  readonly error: StoredError
}

/** The entry after a note; `undefined` before the first. */
export function noted(before: Row | undefined, { key, event, type, trigger, at }: Note): Row {
  const told = {
    key,
    event,
    trigger,
    noteTimes: [...(before?.noteTimes ?? []), at],
    ...(type !== undefined && { type }),
  }
  if (before === undefined) return { ...told, generation: 1, notedAt: at, state: 'pending', attempts: 0, dueAt: at }
  const next = { ...before, ...told, generation: before.generation + 1 }
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

/** The entry after an attempt that is to be repeated. */
export function postponed(before: Row, { attempts, dueAt, error }: FailedAttempt): Row {
  return { ...before, state: 'pending', attempts, dueAt, error: kept(error) }
}

/** The entry after its last attempt. */
export function buried(before: Row, generation: number, { attempts, dueAt, error }: FailedAttempt): Row {
  if (before.generation <= generation) return { ...before, state: 'failed', attempts, error: kept(error) }
  return { ...before, state: 'pending', attempts: 0, dueAt, error: kept(error) }
}

/** The port's fields alone: an error object that carries more keeps its stack and cause to itself. */
const kept = (error: StoredError): StoredError => structuredClone(error)
