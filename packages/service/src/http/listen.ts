import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from 'neverthrow'

// Longer than a webhook or an operator's call takes; a connection that is still in use then is cut off.
const CLOSE_LIMIT_MS = 5_000

/** Starts to listen, and answers the address. The error is a sentence. */
export async function listen(server: Server, host: string, port: number): Promise<Result<string, string>> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    const code = String(cause instanceof Error ? Reflect.get(cause, 'code') : cause)
    return err(`HOST ${host}, PORT ${port} cannot be listened on: ${REASONS.get(code) ?? code}.`)
  }
  const { address, port: bound, family } = server.address() as AddressInfo
  return ok(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`)
}

/** Takes no more connections, and resolves when the requests that are under way have been answered. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  // A connection that is kept alive becomes idle when its last answer is out.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), CLOSE_LIMIT_MS)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

const REASONS = new Map([
  ['EADDRINUSE', 'another program listens there'],
  ['EACCES', 'the system does not permit it; ports below 1024 are for administrators'],
  ['EADDRNOTAVAIL', 'this machine has no such address'],
  ['ENOTFOUND', 'this machine has no such address'],
])
