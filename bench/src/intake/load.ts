import autocannon from 'autocannon'
import { webhookPath } from './webhook-path'

const CONNECTIONS = 64

/** How long webhooks are sent, or how many. */
export type Extent = { readonly seconds: number } | { readonly amount: number }

export interface Sent {
  readonly accepted: number
  readonly perSecond: number
}

/** Sends webhooks with distinct keys over 64 connections, from this process. Rejects if one is answered with anything but 202. */
export async function sendWebhooks(url: string, extent: Extent): Promise<Sent> {
  const startedAt = performance.now()
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    timeout: 10,
    ...('seconds' in extent ? { duration: extent.seconds } : { amount: extent.amount }),
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: webhookPath() }) }],
  })
  const seconds = (performance.now() - startedAt) / 1_000
  const refused = result.non2xx + result.errors + result.timeouts
  if (refused > 0) throw new Error(`${refused} webhooks were not accepted by ${url}`)
  return { accepted: result['2xx'], perSecond: result['2xx'] / seconds }
}
