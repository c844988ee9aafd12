/** Keeps the load from running ahead of the mischief where the machine is slow: mischief that nobody feels shows nothing. */
export interface Pace {
  /** One more mischief begins. */
  advance(): void
  /** Resolves once this part (0 to 1) of the load may go on. */
  reach(part: number): Promise<void>
}

/** The load is divided evenly among the first `count` mischiefs. */
export function createPace(count: number): Pace {
  const waiting = new Set<() => void>()
  let begun = 0
  return {
    advance() {
      begun += 1
      for (const wake of waiting) wake()
      waiting.clear()
    },
    async reach(part) {
      while (begun < Math.min(count, Math.ceil(part * count))) await new Promise<void>((wake) => waiting.add(wake))
    },
  }
}
