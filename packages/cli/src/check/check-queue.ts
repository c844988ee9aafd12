import { randomUUID } from 'node:crypto'
import { silentLogger, type Queue } from '@siagh-sync/sync-core'
import { createClosings, hidePassword, openQueue, withoutPassword, type Config } from '@siagh-sync/service'
import { failed, fine, warning, type Check, type CheckLine } from './check-line'
import { cliSaying } from '../messages/cli-messages'
import { sayingOfError, type Saying } from '@siagh-sync/sync-core/messages'

const TOPIC = 'siagh-sync check'
const LIMIT_MS = 10_000

/** Sends one wake-up through the queue and waits for it. */
export function checkQueue(config: Config): Check {
  return async (tell) => {
    const address = config.queue.url ?? config.store.url
    if (address === undefined) {
      tell(fine('queue', cliSaying('check_queue_inside')))
      return
    }
    const closings = createClosings()
    try {
      tell(await enqueueOne(await openQueue(config, silentLogger, closings), address, adviceOf(config)))
    } catch (error) {
      tell(failed('queue', sayingOfError(error) ?? hidePassword(address, String(error)), adviceOf(config)))
    } finally {
      await closings.close()
    }
  }
}

function adviceOf({ queue: { url } }: Config): Saying {
  const setting = url === undefined ? cliSaying('setting_store_and_queue') : 'queue.url (QUEUE_URL)'
  return cliSaying('check_queue_url', { setting })
}

async function enqueueOne(queue: Queue, address: string, advice: Saying): Promise<CheckLine> {
  const place = withoutPassword(address)
  const faultOf = (message: string) => cliSaying('check_store_fault', { place, reason: hidePassword(address, message) })
  const woken = Promise.withResolvers<boolean>()
  const worker = await queue.work(
    TOPIC,
    async () => {
      woken.resolve(true)
      return { status: 'done' }
    },
    { concurrency: 1 },
  )
  if (worker.isErr()) return failed('queue', faultOf(worker.error.message), advice)
  const late = setTimeout(() => woken.resolve(false), LIMIT_MS)
  const sent = await queue.enqueue(TOPIC, randomUUID())
  const came = sent.isOk() && (await woken.promise)
  clearTimeout(late)
  await worker.value.stop()
  if (sent.isErr()) return failed('queue', faultOf(sent.error.message), advice)
  if (came) return fine('queue', cliSaying('check_queue_woke', { place }))
  return warning('queue', cliSaying('check_queue_silent', { place, seconds: LIMIT_MS / 1_000 }), advice)
}
