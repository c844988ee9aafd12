import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

// Longer than a webhook or an operator's call takes; whoever still talks then is cut off.
const CLOSE_LIMIT_MS = 5_000

/** Starts to listen; answers the address. Rejects with one sentence where that is not possible. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    throw new Error(`The service cannot listen on HOST ${host}, PORT ${port}: ${reasonOf(cause)}.`, { cause })
  }
  const { address, port: bound, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`
}

/** Takes no more connections, and resolves when the requests that are under way have been answered. */
export async function closeServer(server: Server): Promise<void> {
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

function reasonOf(cause: unknown): string {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return REASONS.get(String(code)) ?? String(cause)
}
