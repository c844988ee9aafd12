import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { serviceSaying } from '../messages/service-messages'

// Longer than a webhook or an operator's call takes. A connection that is still in use after this time is closed.
const CLOSE_LIMIT_MS = 5_000

/** Starts to listen and returns the address. The error is a message. */
export async function listen(server: Server, host: string, port: number): Promise<Result<string, Saying>> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    const code = String(cause instanceof Error ? Reflect.get(cause, 'code') : cause)
    return err(serviceSaying('cannot_listen', { host, port: String(port), reason: REASONS.get(code) ?? code }))
  }
  const { address, port: bound, family } = server.address() as AddressInfo
  return ok(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`)
}

/** Accepts no more connections. Resolves when the requests under way were answered. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  // A connection that is kept alive becomes idle after its last answer.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), CLOSE_LIMIT_MS)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

const REASONS = new Map([
  ['EADDRINUSE', serviceSaying('port_taken')],
  ['EACCES', serviceSaying('port_not_permitted')],
  ['EADDRNOTAVAIL', serviceSaying('no_such_address')],
  ['ENOTFOUND', serviceSaying('no_such_address')],
])
