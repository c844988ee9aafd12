/** Which numbers belong to a key. Most keys have one, so that is what it is small for. */
export interface MultiMap<K> {
  readonly add: (key: K, number: number) => void
  /** In the order in which they were added, each once. */
  readonly of: (key: K) => readonly number[]
}

export function createMultiMap<K>(): MultiMap<K> {
  const map = new Map<K, number | number[]>()
  return {
    add(key, number) {
      const held = map.get(key)
      if (held === undefined) map.set(key, number)
      else if (typeof held === 'number') {
        if (held !== number) map.set(key, [held, number])
      } else if (!held.includes(number)) held.push(number)
    },
    of(key) {
      const held = map.get(key)
      return held === undefined ? [] : typeof held === 'number' ? [held] : held
    },
  }
}
