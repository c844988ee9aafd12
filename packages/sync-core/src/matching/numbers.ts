/** A list of whole numbers from 0 to 2^32 - 1, four bytes each. */
export interface Numbers {
  readonly length: () => number
  readonly push: (number: number) => void
  readonly set: (place: number, number: number) => void
  /** `undefined`: the list is shorter. */
  readonly at: (place: number) => number | undefined
}

const FIRST_SIZE = 1_024
/** Less than 2, because the old and the new list are both in memory while one is copied. */
const GROWTH = 1.5

/** Creates an empty list. */
export function createNumbers(): Numbers {
  let numbers = new Uint32Array(FIRST_SIZE)
  let length = 0
  return {
    length: () => length,
    push(number) {
      if (length === numbers.length) {
        const larger = new Uint32Array(Math.ceil(length * GROWTH))
        larger.set(numbers)
        numbers = larger
      }
      numbers[length] = number
      length += 1
    },
    set: (place, number) => void (numbers[place] = number),
    at: (place) => (place < length ? numbers[place] : undefined),
  }
}
