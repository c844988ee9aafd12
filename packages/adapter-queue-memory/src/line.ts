/** A line of keys in the order in which they came. A key is in it at most once. */
export interface Line {
  has(key: string): boolean
  join(key: string): void
  leave(): string | undefined
}

/**
 * Creates an empty line. Each key has a constant cost, however long the line is. (Reading the first element of a
 * large `Set` becomes slower with each element that was deleted before it.)
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
