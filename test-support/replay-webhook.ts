import { okAsync } from '../packages/webhooks/node_modules/neverthrow'
import { crmWebhooks, sharedSecret } from '../packages/webhooks/src/index'
import type { WebhookExchange } from './exchange'

/** The secret that a recording has in place of one that was accepted. */
const SECRET = 'no-real-webhook-secret'

/** Sends a recorded webhook to our webhooks, and returns the answer. */
export async function replayWebhook({
  request,
  response,
}: WebhookExchange): Promise<{ status: number; body: unknown }> {
  const sync = {
    receive: ({ kind, id }: { kind: string; id: string }) => okAsync({ key: `${kind}/${id}`, generation: 1 }),
  }
  const handle = crmWebhooks({ sync, auth: sharedSecret(SECRET) })
  const { method, path, headers } = request
  const body = bodyOf(request, response.status)
  const answer = await handle(new Request(`http://recorded.example${path}`, { method, headers, ...body }))
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}

/** A body that was not recorded was not read: it was too long, compressed, or of no matter. */
function bodyOf(
  { method, body, text, isBroken = false }: WebhookExchange['request'],
  status: number,
): { body?: Uint8Array<ArrayBuffer> } {
  if (method === 'GET' || method === 'HEAD') return {}
  if (text !== undefined) return { body: Buffer.from(text, isBroken ? 'latin1' : 'utf8') }
  if (body !== undefined) return { body: Buffer.from(JSON.stringify(body)) }
  return status === 413 || status === 415 ? { body: Buffer.alloc(status === 413 ? 200_000 : 1) } : {}
}
