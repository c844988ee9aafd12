/** First come, first served; a key stands in it once. */
export interface Line {
  has(key: string): boolean
  join(key: string): void
  leave(): string | undefined
}

/**
 * An empty line, at constant cost per key however long it is. (The first element of a large `Set` costs more with every one
 * that was deleted before it.)
 */
export function createLine(): Line {
  const standing = new Set<string>()
  let front: string[] = []
  let back: string[] = []
  return {
    has: (key) => standing.has(key),
    join(key) {
      if (standing.has(key)) return
      standing.add(key)
      back.push(key)
    },
    leave() {
      if (front.length === 0) {
        front = back.reverse()
        back = []
      }
      const key = front.pop()
      if (key !== undefined) standing.delete(key)
      return key
    },
  }
}
