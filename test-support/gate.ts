import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './free-port'

/** A way to a server that can be shut, as when the server is away. */
export interface Gate {
  /** The server's address, by this way. */
  readonly url: string
  open(): Promise<void>
  /** Breaks every connection and refuses new ones. */
  shut(): Promise<void>
}

/** A gate to the server of `address` on a loopback port of its own. It is shut. */
export async function createGate(address: string): Promise<Gate> {
  const target = new URL(address)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => join(socket, connect(Number(target.port), target.hostname), sockets))
  const port = await freePort()
  const url = new URL(address)
  url.port = String(port)
  url.hostname = '127.0.0.1'
  return {
    url: url.href,
    async open() {
      await once(server.listen(port, '127.0.0.1'), 'listening')
    },
    async shut() {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/** What breaks on one side breaks on the other. */
function join(from: Socket, to: Socket, sockets: Set<Socket>): void {
  for (const [socket, other] of [
    [from, to],
    [to, from],
  ] as const) {
    sockets.add(socket)
    socket.on('error', () => other.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
    socket.pipe(other)
  }
}
