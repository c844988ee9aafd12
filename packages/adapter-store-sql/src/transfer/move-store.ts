import { contentsOf, copyRows, isSame, type Contents } from './copy-rows'
import { reasonOf } from '@siagh-sync/sync-core/messages'
import { refusal, storeSaying } from '../messages/refusal'
import type { StorePlace } from './store-place'

/** The content of the new place. */
export interface Moved extends Contents {
  /** Whether an earlier move, which was interrupted, had already copied everything. */
  readonly wasThere: boolean
}

/**
 * Moves a store. The rows are written in one transaction and compared with the originals. Then the old store is
 * closed for ever, so that nobody continues to use it. If this is interrupted, call it again: it compares what has
 * arrived, and copies nothing twice. Rejects with one sentence if the old store is in use, or the new one is not
 * empty.
 */
export function moveStore(from: StorePlace, to: StorePlace): Promise<Moved> {
  return from.handOver(to.name, async (source) => {
    if (await to.isEmpty()) {
      const contents = await to.fill((target) => copyRows(source, target))
      return { ...contents, wasThere: false }
    }
    const here = await contentsOf(source)
    // A place that was itself moved away, or is a backup, may hold the same content, but it cannot be used.
    const there = await to.read(contentsOf).catch((cause: unknown) => {
      throw refusal(storeSaying('place_cannot_take', { place: to.name, reason: reasonOf(cause) }), { cause })
    })
    if (!isSame(here, there)) throw refusal(storeSaying('place_not_empty', { place: to.name }))
    return { ...here, wasThere: true }
  })
}
