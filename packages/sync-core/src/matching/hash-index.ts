/**
 * An index from a key to numbers. Of a key it keeps only a 64-bit hash, in arrays that the garbage collector does not
 * search. An entry needs about 30 bytes; a `Map` needs about a hundred. Among a million keys, the chance that two
 * different keys have one hash is one in ten million.
 */
export interface HashIndex {
  /** Does nothing if the number already belongs to the key. */
  readonly add: (key: string, number: number) => void
  /**
   * The numbers of a key, in the order in which they were added. At most the first thousand: an invented phone
   * number, for example, may have more.
   */
  readonly of: (key: string) => number[]
}

interface Table {
  readonly mask: number
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** The number plus 1. 0 is an empty place. */
  readonly numbers: Uint32Array
}

const FIRST_SIZE = 1_024
/** A table that is fuller than this gets twice the size. */
const FULL = 0.6

/** Creates an empty index. */
export function createHashIndex(): HashIndex {
  let table = tableOf(FIRST_SIZE)
  let count = 0
  return {
    add(key, number) {
      if (count >= table.numbers.length * FULL) table = doubled(table)
      if (put(table, hashOf(key, HIGH_SEED), hashOf(key, LOW_SEED), number + 1)) count += 1
    },
    of(key) {
      const [high, low] = [hashOf(key, HIGH_SEED), hashOf(key, LOW_SEED)]
      const found: number[] = []
      for (let place = low & table.mask; table.numbers[place] !== 0; place = (place + 1) & table.mask) {
        if (table.high[place] === high && table.low[place] === low) found.push((table.numbers[place] ?? 0) - 1)
      }
      return found
    },
  }
}

function tableOf(size: number): Table {
  return {
    mask: size - 1,
    high: new Uint32Array(size),
    low: new Uint32Array(size),
    numbers: new Uint32Array(size),
  }
}

const MOST_OF_A_KEY = 1_000

/** Whether the number was added. */
function put({ mask, high, low, numbers }: Table, keyHigh: number, keyLow: number, number: number): boolean {
  let place = keyLow & mask
  let others = 0
  for (; numbers[place] !== 0; place = (place + 1) & mask) {
    if (high[place] !== keyHigh || low[place] !== keyLow) continue
    others += 1
    if (numbers[place] === number || others === MOST_OF_A_KEY) return false
  }
  high[place] = keyHigh
  low[place] = keyLow
  numbers[place] = number
  return true
}

/**
 * Copies every run of full places from its beginning, starting at the first empty place. So the numbers of one key
 * keep their order.
 */
function doubled(table: Table): Table {
  const { high, low, numbers } = table
  const larger = tableOf(numbers.length * 2)
  const first = numbers.indexOf(0)
  for (let step = 0; step < numbers.length; step += 1) {
    const place = (first + step) & table.mask
    const number = numbers[place] ?? 0
    if (number !== 0) put(larger, high[place] ?? 0, low[place] ?? 0, number)
  }
  return larger
}

const HIGH_SEED = 0x9747b28c
const LOW_SEED = 0x1b873593

/** A 32-bit hash of the text's code units, by the rounds and the final mix of MurmurHash3. */
function hashOf(key: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < key.length; at += 1) {
    let unit = Math.imul(key.charCodeAt(at), 0xcc9e2d51)
    unit = (unit << 15) | (unit >>> 17)
    hash ^= Math.imul(unit, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash ^= key.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
