import { contentsOf, copyRows, isSame, type Contents } from './copy-rows'
import { reasonOf, refusal, storeSaying } from '../messages/refusal'
import type { StorePlace } from './store-place'

/** What is in the new place now. */
export interface Moved extends Contents {
  /** Whether an earlier move that was broken off had copied everything already. */
  readonly wasThere: boolean
}

/**
 * Moves a store. The rows arrive in one transaction and are compared with those that were sent; then the old store is closed for good,
 * so that nothing goes on in it. Broken off anywhere and called again, it goes on: what has arrived is compared, and nothing is copied
 * twice. Rejects with one sentence where the old store is in use, or the new one is not empty.
 */
export function moveStore(from: StorePlace, to: StorePlace): Promise<Moved> {
  return from.handOver(to.name, async (source) => {
    if (await to.isEmpty()) {
      const contents = await to.fill((target) => copyRows(source, target))
      return { ...contents, wasThere: false }
    }
    const here = await contentsOf(source)
    // What was closed by a move of its own, or is a backup, holds the same and can still not be worked with.
    const there = await to.read(contentsOf).catch((cause: unknown) => {
      throw refusal(storeSaying('place_cannot_take', { place: to.name, reason: reasonOf(cause) }), { cause })
    })
    if (!isSame(here, there)) throw refusal(storeSaying('place_not_empty', { place: to.name }))
    return { ...here, wasThere: true }
  })
}
