/** A record that the CRM has changed, and when, on its clock. */
export interface ChangedRecord {
  /** As the CRM writes it. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * What this process has noted of late, so that the overlap of two catch-ups is not noted twice. It forgets with the process, and some
 * of it when it is full: a record that is noted once more is found unchanged.
 */
export interface RecentNotes {
  has(mark: string, change: ChangedRecord): boolean
  add(mark: string, changes: readonly ChangedRecord[]): void
  /** Forgets what was changed before `at`. */
  forgetBefore(mark: string, at: number): void
}

const LIMIT = 20_000

/** Remembers nothing yet, and at most `limit` records for each mark. */
export function createRecentNotes(limit = LIMIT): RecentNotes {
  const marks = new Map<string, Map<string, number>>()
  return {
    has: (mark, { id, at }) => marks.get(mark)?.get(id) === at,
    add(mark, changes) {
      const notes = marks.get(mark) ?? new Map<string, number>()
      marks.set(mark, notes)
      for (const { id, at } of changes) {
        notes.delete(id)
        notes.set(id, at)
      }
      for (const id of notes.keys()) {
        if (notes.size <= limit) break
        notes.delete(id)
      }
    },
    forgetBefore(mark, at) {
      const notes = marks.get(mark)
      for (const [id, changedAt] of notes ?? []) if (changedAt < at) notes?.delete(id)
    },
  }
}
