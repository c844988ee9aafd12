/** Finds values that are shared but should be unique. It needs little memory if almost every key has one holder. */
export interface Sharers<Holder> {
  readonly add: (key: string, holder: Holder) => void
  /** The holders of each key that has several, each once. */
  readonly shared: () => Iterable<readonly Holder[]>
}

/** Creates an empty index. */
export function createSharers<Holder extends string | number>(): Sharers<Holder> {
  const first = new Map<string, Holder>()
  const several = new Map<string, Set<Holder>>()
  return {
    add(key, holder) {
      const before = first.get(key)
      if (before === undefined) first.set(key, holder)
      else if (before !== holder) several.set(key, (several.get(key) ?? new Set([before])).add(holder))
    },
    *shared() {
      for (const holders of several.values()) yield [...holders]
    },
  }
}
