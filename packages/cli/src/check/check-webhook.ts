import { createServer } from 'node:http'
import { errAsync } from 'neverthrow'
import { silentLogger } from '@siagh-sync/sync-core'
import type { Config } from '@siagh-sync/service'
import { closeServer, createApp, listen } from '@siagh-sync/service/http'
import { failed, fine, skipped, warning, type Check, type CheckLine } from './check-line'
import { cliSaying } from '../messages/cli-messages'
import type { Saying } from '@siagh-sync/sync-core/messages'

const NAME = 'webhook'
const LIMIT_MS = 10_000

/**
 * Calls the address that the CRM will call. The right secret must be accepted, and a wrong one refused. If
 * `siagh-sync serve` does not run, this process listens in its place, so proxies and firewalls on the way are checked
 * too. No change is noted.
 */
export function checkWebhook(config: Config): Check {
  return async (tell) => {
    const { secrets, publicUrl } = config.webhook
    const [secret] = secrets
    if (secret === undefined) {
      tell(warning(NAME, cliSaying('check_no_secret'), cliSaying('check_set_secret')))
      return
    }
    if (publicUrl === undefined) {
      tell(skipped(NAME, cliSaying('check_no_public_url')))
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
  if (typeof right !== 'number') {
    return failed(NAME, cliSaying('check_webhook_unreached', { url, reason: right }), REACH_ADVICE)
  }
  if (right === 401) {
    return failed(NAME, cliSaying('check_webhook_secret', { url }), cliSaying('check_same_secret'))
  }
  if (right !== 200 && right !== 400) {
    return failed(
      NAME,
      cliSaying('check_webhook_answers', { url, status: String(right) }),
      cliSaying('check_webhook_leads', { reach: REACH_ADVICE }),
    )
  }
  const wrong = await statusOf(url, 'x'.repeat(16))
  if (wrong !== 401) {
    return failed(
      NAME,
      cliSaying('check_webhook_lax', { url, status: typeof wrong === 'number' ? String(wrong) : wrong }),
      cliSaying('check_other_program'),
    )
  }
  return fine(NAME, cliSaying(isOurs ? 'check_webhook_fine_here' : 'check_webhook_fine', { url }))
}

const REACH_ADVICE = cliSaying('check_webhook_reach')

/**
 * What `/test` answers, or, where a running service keeps that closed, `/identity` without an id: 400 to who is let in, and nothing is
 * noted. Else why there is no answer. No address with a secret in it is ever shown.
 */
async function statusOf(url: string, secret: string): Promise<number | Saying | string> {
  const query = `?secret=${encodeURIComponent(secret)}`
  const test = await call(`${url}/test${query}`)
  return test === 404 ? call(`${url}/identity${query}`) : test
}

async function call(address: string): Promise<number | Saying | string> {
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
        ? cliSaying('no_answer')
        : cliSaying('no_connection')
  }
}
