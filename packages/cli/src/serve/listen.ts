import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { err, ok, type Result } from 'neverthrow'

// Longer than a webhook takes; whoever still talks then is cut off.
const CLOSE_LIMIT_MS = 5_000

/** Why it cannot listen; `EADDRINUSE` where another program does. */
export interface CannotListen {
  readonly code: string
  readonly message: string
}

/** Starts to listen, and answers the address. */
export async function listen(server: Server, host: string, port: number): Promise<Result<string, CannotListen>> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    const code = String(cause instanceof Error ? Reflect.get(cause, 'code') : undefined)
    return err({ code, message: `HOST ${host}, PORT ${port} cannot be listened on: ${REASONS.get(code) ?? code}.` })
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
