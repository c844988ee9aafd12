import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readExchange } from '../../../test-support/exchange'

/** A request as it arrived, its body parsed. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body?: unknown
}

export interface StubResponse {
  readonly status: number
  readonly body?: unknown
}

export interface SiaghServer {
  readonly baseUrl: string
  /** All that arrived, the logins too. */
  readonly received: Received[]
  close(): Promise<void>
}

export const loginAnswer = readExchange('siagh-login').response

/** A server on loopback that answers logins as the recorded one and everything else as told; text bodies go out as they are. */
export async function startSiaghServer(answer: (request: Received) => StubResponse): Promise<SiaghServer> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { method = '', url: path = '', headers } = request
      received.push({ method, path, headers, body })
      const reply = answer({ method, path, headers, body })
      response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8' })
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers a login as the recorded one, and any other call with `answer`. */
export function afterLogin(answer: StubResponse): (request: Received) => StubResponse {
  return ({ path }) => (path === '/GeneralApi/LoginUser' ? loginAnswer : answer)
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? undefined : JSON.parse(text)
}
