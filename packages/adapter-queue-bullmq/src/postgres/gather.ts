/**
 * Collects items while an earlier group is being handed over, and hands them over together. Each call resolves or
 * rejects with its own group. The cost in PostgreSQL depends on the number of statements and commits, not on the
 * number of jobs.
 */
export function gather<Item, Answer>(
  handOver: (items: readonly Item[]) => Promise<readonly Answer[]>,
  most: number,
): (item: Item) => Promise<Answer> {
  let waiting: { readonly item: Item; readonly resolve: (answer: Promise<Answer>) => void }[] = []
  let underWay = false

  const flush = async () => {
    underWay = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      const answers = handOver(batch.map(({ item }) => item))
      for (const [i, { resolve }] of batch.entries()) resolve(answers.then((all) => all[i] as Answer))
      await answers.catch(() => undefined)
    }
    underWay = false
  }

  return (item) =>
    new Promise((resolve) => {
      waiting.push({ item, resolve })
      if (!underWay) queueMicrotask(() => underWay || void flush())
    })
}
