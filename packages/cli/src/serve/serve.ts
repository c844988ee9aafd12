import { once } from 'node:events'
import { createServer } from 'node:http'
import { err, ok, type Result } from 'neverthrow'
import { cannotStart, type Failure } from '../failure'
import type { Opened } from '../open/open-sync'
import { createApp } from './create-app'
import { closeServer, listen } from './listen'
import { startWorkers } from './start-workers'
import { tellRefusedLogins } from './tell-refused-logins'

/**
 * Takes webhooks and handles what they tell, until `signal`. `listening` is called with the address once webhooks are taken. Resolves when
 * the requests and the runs under way have ended, and their leases are given back.
 */
export async function serve(
  { sync, config, crm, siagh, logger }: Pick<Opened, 'sync' | 'config' | 'crm' | 'siagh' | 'logger'>,
  signal: AbortSignal,
  listening: (url: string) => void,
): Promise<Result<void, Failure>> {
  const { secrets, test, host, port } = config.webhook
  let isReady = () => false
  const server = createServer(createApp({ sync, secrets, test, isReady: () => isReady(), logger }))
  const url = await listen(server, host, port)
  if (url.isErr()) return err(cannotStart(url.error.message))
  const workers = startWorkers(sync, config.concurrency, logger)
  isReady = () => workers.isReady()
  listening(url.value)
  void tellRefusedLogins({ crm, siagh, logger })
  if (!signal.aborted) await once(signal, 'abort')
  logger.info({}, 'stopping')
  await Promise.all([closeServer(server), workers.stop()])
  logger.info({}, 'stopped')
  return ok(undefined)
}
