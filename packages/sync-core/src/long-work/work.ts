import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { defect } from '../run/contain'

/**
 * Long work. It yields events while it works and ends with a result. A part of it is also a `Work`, joined by
 * `yield*`.
 */
export type Work<Event, T = void> = AsyncGenerator<Event, Result<T, SyncError>>

/**
 * The events of a work, for the caller who starts it. An error is the last item, because `for await` ignores what a
 * generator returns. If the caller stops listening, the work ends after its current step. The process stays alive
 * while the caller waits for an event; the timers of our clock alone would let it exit.
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
