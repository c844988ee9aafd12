import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { defect } from '../run/contain'

/** Long work: yields events on its way and ends with a result. Parts of it are such works themselves, by `yield*`. */
export type Work<Event, T = void> = AsyncGenerator<Event, Result<T, SyncError>>

/**
 * The events of a work, for the one who has started it. An error is the last item, since `for await` drops what a generator returns. A caller
 * who stops listening ends the work: what is under way comes to its end first. As long as somebody waits for an event the process lives,
 * although the timers of our clock alone would let it end.
 */
export async function* eventsOf<Event>(start: () => Work<Event>): AsyncGenerator<Result<Event, SyncError>> {
  const work = start()
  let alive = stayAlive()
  try {
    for (let next = await work.next(); ; next = await work.next()) {
      clearInterval(alive)
      if (!next.done) yield ok(next.value)
      else if (next.value.isErr()) yield err(next.value.error)
      if (next.done) return
      alive = stayAlive()
    }
  } catch (cause) {
    yield err(defect(cause))
  } finally {
    clearInterval(alive)
    await work.return(ok(undefined))
  }
}

function stayAlive(): NodeJS.Timeout {
  return setInterval(() => {}, 2 ** 30)
}
