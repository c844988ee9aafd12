import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** One request as the server got it. */
interface Seen {
  readonly path: string
  readonly method: string
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly body: string
}

export type Respond = (seen: Seen, response: ServerResponse, count: number) => void

/** A real server on loopback for one test. `count` is the number of the request to that path, from 1. */
export async function localServer(respond: Respond) {
  const seen: Seen[] = []
  const server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      const { url: path = '', method = '', headers } = request
      const one = { path, method, authorization: headers.authorization, contentType: headers['content-type'], body }
      seen.push(one)
      respond(one, response, seen.filter((other) => other.path === path).length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(close)
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    close,
    to: (path: string) => seen.filter((one) => one.path === path),
  }
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
