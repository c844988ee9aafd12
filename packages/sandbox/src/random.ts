/** Chance with a seed: the same seed gives the same draws in the same order, on every machine. */
export interface Random {
  /** At least 0 and below 1. */
  readonly next: () => number
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
  /** Lower-case hex digits. */
  readonly hex: (length: number) => string
  /** A GUID in lower case, of the form that version 4 has. */
  readonly guid: () => string
  /** Another source, of the same seed and this name, so that draws for one purpose do not shift those for another. */
  readonly fork: (name: string) => Random
}

const hashOf = (text: string): number => {
  let hash = 2166136261
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}

/** Mulberry32: small, quick, and good enough for simulations. Not for secrets. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const hex = (length: number): string => {
    let text = ''
    while (text.length < length)
      text += Math.floor(next() * 4294967296)
        .toString(16)
        .padStart(8, '0')
    return text.slice(0, length)
  }
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => probability > 0 && next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    hex,
    guid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    fork: (name) => createRandom(seed ^ hashOf(name)),
  }
}
