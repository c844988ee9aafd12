/**
 * Does `work` for each item, at most `concurrency` at a time. Yields the results in the order in which they are
 * ready. `work` must not reject. Starts no more items after `isOver` returns `true`. Ends only when nothing is under
 * way, even if the caller stops listening.
 */
export async function* inParallel<I, O>(
  items: Iterable<I>,
  concurrency: number,
  work: (item: I) => Promise<O>,
  isOver: () => boolean,
): AsyncGenerator<O> {
  const iterator = items[Symbol.iterator]()
  const ended: O[] = []
  let running = 0
  let wake = () => {}
  const one = () => new Promise<void>((resolve) => (wake = resolve))
  const fill = () => {
    while (running < concurrency && !isOver()) {
      const next = iterator.next()
      if (next.done) return
      running += 1
      void work(next.value).then((output) => {
        running -= 1
        ended.push(output)
        wake()
      })
    }
  }
  try {
    for (;;) {
      fill()
      if (ended.length === 0 && running === 0) return
      if (ended.length === 0) await one()
      for (let output = ended.shift(); output !== undefined; output = ended.shift()) {
        yield output
        fill()
      }
    }
  } finally {
    while (running > 0) await one()
  }
}
