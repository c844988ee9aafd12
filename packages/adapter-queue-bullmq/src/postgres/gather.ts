/**
 * Hands what comes while a hand-over is under way to the next one, all at once; a call settles with its own hand-over.
 * PostgreSQL pays by the statement and by the commit, not by the job.
 */
export function gather<Item, Answer>(
  handOver: (items: readonly Item[]) => Promise<readonly Answer[]>,
  most: number,
): (item: Item) => Promise<Answer> {
  let waiting: { readonly item: Item; readonly settle: (answer: Promise<Answer>) => void }[] = []
  let underWay = false

  const flush = async () => {
    underWay = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      const answers = handOver(batch.map(({ item }) => item))
      for (const [i, { settle }] of batch.entries()) settle(answers.then((all) => all[i] as Answer))
      await answers.catch(() => undefined)
    }
    underWay = false
  }

  return (item) =>
    new Promise((resolve) => {
      waiting.push({ item, settle: resolve })
      if (!underWay) queueMicrotask(() => underWay || void flush())
    })
}
