import { createServer, connect, type AddressInfo, type Socket } from 'node:net'

/** A way to a server that can be cut without hurting the server. */
export interface Severable {
  /** The URL of the server, by this way. */
  readonly url: string
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>
  /** Takes connections again, on the same port. */
  mend(): Promise<void>
  /** From now on nothing comes through and nothing is refused. */
  silence(): void
}

/** Opens a way to the server at `url` on a free port. */
export async function severable(url: string): Promise<Severable> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let silent = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => silent || far.write(bytes))
    far.on('data', (bytes) => silent || near.write(bytes))
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  await listen(0)
  const { port } = server.address() as AddressInfo
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(port)
  return {
    url: through.href,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    mend() {
      silent = false
      return listen(port)
    },
    silence() {
      silent = true
    },
  }
}
