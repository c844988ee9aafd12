/** Numbers that a seed draws: the same seed, the same numbers. */
export interface Random {
  /** 0 or more, less than 1. */
  next(): number
  /** From `least` to `most`, both among them. */
  whole(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

/** mulberry32: 32 bits of state, which is plenty for a schedule. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new Error('there is nothing to pick from')
      return item
    },
    shuffle(items) {
      const left = [...items]
      return Array.from(items, () => left.splice(whole(0, left.length - 1), 1)).flat()
    },
  }
}
