import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AnswerOrFailure } from './answer'
import type { Incoming } from './serve'

const readIncoming = async (request: IncomingMessage): Promise<Incoming> => {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return {
    method: request.method ?? 'GET',
    path: (request.url ?? '/').replace(/\?.*/, ''),
    authorization: request.headers.authorization ?? null,
    body: Buffer.concat(chunks).toString(),
  }
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

/** An HTTP server that answers with `serve`, and resets the connection where the outcome is a network failure. */
export const createHttpServer = (serve: (incoming: Incoming) => Promise<AnswerOrFailure>): Server =>
  createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const ended = await serve(await readIncoming(request))
      if ('failure' in ended) {
        request.socket.resetAndDestroy()
        return
      }
      response.writeHead(ended.status, { ...ended.headers, 'content-length': Buffer.byteLength(ended.body) })
      response.end(ended.body)
    }
    answer().catch(() => request.socket.destroy())
  })
