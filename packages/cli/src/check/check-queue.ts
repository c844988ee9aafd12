import { randomUUID } from 'node:crypto'
import { silentLogger, type Queue } from '@siagh-sync/sync-core'
import { createClosings, hidePassword, openQueue, withoutPassword, type Config } from '@siagh-sync/service'
import { failed, fine, warning, type Check, type CheckLine } from './check-line'

const TOPIC = 'siagh-sync check'
const LIMIT_MS = 10_000

/** Sends one wake-up through the queue and waits for it. */
export function checkQueue(config: Config): Check {
  return async (tell) => {
    const address = config.queue.url ?? config.store.url
    if (address === undefined) {
      tell(fine('queue', 'within the process of `siagh-sync serve`'))
      return
    }
    const closings = createClosings()
    try {
      tell(await ring(await openQueue(config, silentLogger, closings), address, adviceOf(config)))
    } catch (error) {
      tell(failed('queue', hidePassword(address, String(error)), adviceOf(config)))
    } finally {
      await closings.close()
    }
  }
}

function adviceOf({ queue: { url } }: Config): string {
  const setting = url === undefined ? 'store.url (DATABASE_URL), where the queue is too' : 'queue.url (QUEUE_URL)'
  return `Check ${setting}: host, password, and that a firewall lets it through. Webhooks are noted without it, and handled later.`
}

async function ring(queue: Queue, address: string, advice: string): Promise<CheckLine> {
  const place = withoutPassword(address)
  const rung = Promise.withResolvers<boolean>()
  const worker = await queue.work(
    TOPIC,
    async () => {
      rung.resolve(true)
      return { status: 'done' }
    },
    { concurrency: 1 },
  )
  if (worker.isErr()) return failed('queue', `${place}: ${hidePassword(address, worker.error.message)}`, advice)
  const late = setTimeout(() => rung.resolve(false), LIMIT_MS)
  const sent = await queue.enqueue(TOPIC, randomUUID())
  const came = sent.isOk() && (await rung.promise)
  clearTimeout(late)
  await worker.value.stop()
  if (sent.isErr()) return failed('queue', `${place}: ${hidePassword(address, sent.error.message)}`, advice)
  if (came) return fine('queue', `${place}: a wake-up came through`)
  return warning('queue', `${place}: a wake-up did not come through within ${LIMIT_MS / 1_000} s`, advice)
}
