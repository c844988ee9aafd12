import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { getResponse, type RequestHandler } from 'msw'

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const headersOf = (request: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value))
  return headers
}

/** A server on the loopback interface. */
export interface Listening {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Stops listening and destroys the connections that are open, hanging ones included, or listens again on the same port. */
  readonly setAway: (away: boolean) => void
  /** Stops for good. */
  readonly close: () => Promise<void>
}

/** Listens on 127.0.0.1; port 0 takes any that is free. */
export const listenOn = async (server: Server, port: number): Promise<Listening> => {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port
  const stop = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return {
    url: `http://127.0.0.1:${boundPort}`,
    setAway: (away) => {
      if (away) stop()
      else server.listen(boundPort, '127.0.0.1')
    },
    close: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      stop()
      await closed
    },
  }
}

/** Serves handlers that were written for `baseUrl`. Where a handler answers a network failure, the connection is reset. */
export const serveHandlers = (handlers: RequestHandler[], baseUrl: string): Server =>
  createServer((incoming, outgoing) => {
    const answer = async (): Promise<void> => {
      const method = incoming.method ?? 'GET'
      const body = method === 'GET' || method === 'HEAD' ? null : await bodyOf(incoming)
      const request = new Request(`${baseUrl}${incoming.url ?? '/'}`, { method, headers: headersOf(incoming), body })
      const response = await getResponse(handlers, request)
      if (response?.type === 'error') return void incoming.socket.resetAndDestroy()
      outgoing.writeHead(response?.status ?? 404, Object.fromEntries(response?.headers ?? []))
      outgoing.end(response === undefined ? undefined : new Uint8Array(await response.arrayBuffer()))
    }
    answer().catch(() => incoming.socket.destroy())
  })
