/** A changed record of the CRM, and the time of the change on the CRM's clock. */
export interface ChangedRecord {
  /** In the CRM's own form. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/**
 * What this process has noted recently, so that the overlap of two catch-ups is not noted twice. It is lost with the
 * process, and the oldest entries are removed when it is full. That does no harm: a record that is noted again is
 * found unchanged.
 */
export interface RecentNotes {
  has(mark: string, change: ChangedRecord): boolean
  add(mark: string, changes: readonly ChangedRecord[]): void
  /** Removes the changes before `at`. */
  forgetBefore(mark: string, at: number): void
}

const LIMIT = 20_000

/** Creates an empty memory for at most `limit` records of each mark. */
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
