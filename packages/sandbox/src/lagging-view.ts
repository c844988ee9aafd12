/** How long a list takes to show what was saved. */
export type Lag = 'none' | '1-minute' | '5-minutes'

const lagMs: Readonly<Record<Lag, number>> = { none: 0, '1-minute': 60_000, '5-minutes': 300_000 }

/** A table as a list shows it: some time after it was changed. */
export interface LaggingView<K, T> {
  /** `undefined`: the row was removed. */
  readonly changed: (key: K, row: T | undefined) => void
  /** The rows as they were some time ago. The same array until it shows a change. */
  readonly rows: () => readonly T[]
}

/** A view that shows nothing yet. */
export const createLaggingView = <K, T>(now: () => number, lag: () => Lag): LaggingView<K, T> => {
  const shown = new Map<K, T>()
  const waiting: { readonly at: number; readonly key: K; readonly row: T | undefined }[] = []
  let list: readonly T[] | undefined

  const show = (): void => {
    // Without a lag everything shows at once, also after the clock was set back.
    const until = lag() === 'none' ? Infinity : now() - lagMs[lag()]
    const later = waiting.findIndex(({ at }) => at > until)
    const due = waiting.splice(0, later < 0 ? waiting.length : later)
    for (const { key, row } of due) {
      if (row === undefined) shown.delete(key)
      else shown.set(key, row)
    }
    if (due.length > 0) list = undefined
  }
  return {
    changed: (key, row) => void waiting.push({ at: now(), key, row }),
    rows: () => {
      show()
      return (list ??= [...shown.values()])
    },
  }
}
