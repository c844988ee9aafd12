import type { Ledger } from './ledger'

/** A `fetch` whose time, until the headers of the answer are there, goes into the ledger by the path that it calls. */
export function timedFetch(ledger: Ledger): typeof fetch {
  return async (target, options) => {
    const startedAt = performance.now()
    try {
      return await fetch(target, options)
    } finally {
      const url = target instanceof Request ? target.url : String(target)
      ledger.add(new URL(url).pathname, performance.now() - startedAt)
    }
  }
}
