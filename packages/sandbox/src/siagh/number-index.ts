/** Which contacts hold a folded number: found without a look at every row. */
export interface NumberIndex {
  readonly add: (numbers: readonly string[], code: number) => void
  readonly remove: (numbers: readonly string[], code: number) => void
  /** Whether a contact other than `code` holds one of these numbers. */
  readonly takenByAnother: (numbers: readonly string[], code: number | undefined) => boolean
}

/** An empty index. */
export const createNumberIndex = (): NumberIndex => {
  const holders = new Map<string, Set<number>>()
  return {
    add: (numbers, code) => {
      for (const number of numbers) holders.set(number, (holders.get(number) ?? new Set()).add(code))
    },
    remove: (numbers, code) => {
      for (const number of numbers) holders.get(number)?.delete(code)
    },
    takenByAnother: (numbers, code) =>
      numbers.some((number) => [...(holders.get(number) ?? [])].some((holder) => holder !== code)),
  }
}
