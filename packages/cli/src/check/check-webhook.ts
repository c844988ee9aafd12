import { createServer } from 'node:http'
import { errAsync } from 'neverthrow'
import { silentLogger } from '@siagh-sync/sync-core'
import type { Config } from '@siagh-sync/service'
import { closeServer, createApp, listen } from '@siagh-sync/service/http'
import { failed, fine, skipped, warning, type Check, type CheckLine } from './check-line'

const NAME = 'webhook'
const LIMIT_MS = 10_000

/**
 * Calls the address that the CRM is to call: with the secret it must be let in, with another one it must not. Where `siagh-sync serve` does
 * not run, this process listens in its place meanwhile, so that what stands between is looked at all the same. Notes no change.
 */
export function checkWebhook(config: Config): Check {
  return async (tell) => {
    const { secrets, publicUrl } = config.webhook
    const [secret] = secrets
    if (secret === undefined) {
      tell(warning(NAME, 'no secret is set', 'Set WEBHOOK_SECRET before `siagh-sync serve`: 16 characters or more.'))
      return
    }
    if (publicUrl === undefined) {
      tell(
        skipped(
          NAME,
          'webhook.publicUrl (WEBHOOK_PUBLIC_URL) is not set: the address that the CRM is to call is not known',
        ),
      )
      return
    }
    const standIn = await listenInPlace(config)
    try {
      tell(await lineOf(publicUrl.replace(/\/+$/, ''), secret, standIn.isOurs))
    } finally {
      await standIn.close()
    }
  }
}

async function listenInPlace({ mount, webhook: { host, port, secrets } }: Config) {
  const sync = { receive: () => errAsync(notNoted), status: () => errAsync(notNoted) }
  const never = () => false
  const companies = [{ sync, secrets, mount }]
  const server = createServer(
    createApp({ companies, test: true, isReady: never, isEnding: never, logger: silentLogger }),
  )
  const listening = await listen(server, host, port)
  return { isOurs: listening.isOk(), close: () => closeServer(server) }
}

const notNoted = { kind: 'store_unavailable', retryable: true, message: 'only a check' } as const

async function lineOf(url: string, secret: string, isOurs: boolean): Promise<CheckLine> {
  const right = await statusOf(url, secret)
  if (typeof right === 'string') return failed(NAME, `${url} was not reached: ${right}`, REACH_ADVICE)
  if (right === 401) {
    return failed(
      NAME,
      `${url} refuses the secret`,
      'Give `siagh-sync serve` and this command the same WEBHOOK_SECRET.',
    )
  }
  if (right !== 200 && right !== 400) {
    return failed(
      NAME,
      `${url} answers ${right}`,
      `webhook.publicUrl must lead to /webhook/crm of \`siagh-sync serve\`. ${REACH_ADVICE}`,
    )
  }
  const wrong = await statusOf(url, 'x'.repeat(16))
  if (wrong !== 401) {
    return failed(
      NAME,
      `${url} answers ${wrong} to a wrong secret, not 401`,
      'Another program answers there: see where webhook.publicUrl leads.',
    )
  }
  return fine(
    NAME,
    `${url}: reached, a wrong secret refused${isOurs ? ' (this command listened in place of `siagh-sync serve`)' : ''}`,
  )
}

const REACH_ADVICE =
  'See that HOST and PORT are where webhook.publicUrl leads (HOST 127.0.0.1 is this machine alone), and that the CRM can reach it.'

/**
 * What `/test` answers, or, where a running service keeps that closed, `/identity` without an id: 400 to who is let in, and nothing is
 * noted. Text: why there is no answer. No address with a secret in it is ever shown.
 */
async function statusOf(url: string, secret: string): Promise<number | string> {
  const query = `?secret=${encodeURIComponent(secret)}`
  const test = await call(`${url}/test${query}`)
  return test === 404 ? call(`${url}/identity${query}`) : test
}

async function call(address: string): Promise<number | string> {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) })
    await response.body?.cancel()
    return response.status
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined
    const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
    return typeof code === 'string'
      ? code
      : error instanceof Error && error.name === 'TimeoutError'
        ? 'no answer'
        : 'no connection'
  }
}
