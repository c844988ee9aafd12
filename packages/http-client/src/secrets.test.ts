import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { json, localServer, type Respond } from '../test/local-server'
import { localTransport, password } from '../test/local-transport'
import { expectErr } from '../../../test-support/results'

const secrets = [password, 'session-4711', 'query-8822', 'body-9933']
const [, session, query, data] = secrets

/** Everything of an error or event that a log, however curious, could print. */
const printed = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null })

const echo: Respond = (seen, response) => response.writeHead(400).end(`${seen.authorization}${seen.path}`)

const servers: Record<string, Respond> = {
  'a reset': (_, response) => response.destroy(),
  'a hang': () => undefined,
  'a 500 that repeats the request': (seen, response) => response.writeHead(500).end(JSON.stringify(seen)),
  'a 400 that repeats the session': (seen, response) => response.writeHead(400).end(`no: ${seen.authorization}`),
  'a 401': (_, response) => json(response, 401, {}),
  'a 200 that is no JSON and repeats the request': (seen, response) =>
    response.writeHead(200).end(JSON.stringify(seen).slice(1)),
  'a redirect': (seen, response) => response.writeHead(302, { location: seen.path }).end(),
}

describe('no secret gets into an error or an event', () => {
  it.each(Object.keys(servers))('after %s', async (name) => {
    const server = await localServer((seen, response, count) => {
      if (seen.path === '/login') {
        json(response, 200, { id: session })
        return
      }
      servers[name]?.(seen, response, count)
    })
    const { post, events } = localTransport(server.baseUrl, {
      timeoutMs: 500,
      retry: { attempts: 2, firstDelayMs: 0, maxDelayMs: 0 },
    })
    for (const kind of ['read', 'write'] as const) {
      const error = expectErr(await post(`/x?token=${query}`, { kind, body: { data } }))
      for (const secret of secrets) expect(printed([error, events])).not.toContain(secret)
    }
  })

  it.each([400, 401, 403, 429, 500])('after a login that is answered %i and repeats the password', async (status) => {
    const server = await localServer((seen, response) => json(response, status, { message: seen.body }))
    const { post, events } = localTransport(server.baseUrl)
    const error = expectErr(await post('/x'))
    expect(printed([error, events])).not.toContain(password)
  })

  it('after a session that cannot be sent, and after a bug whose error quotes it', async () => {
    const strange = await localServer((_, response) => json(response, 200, { id: `${session}\n` }))
    expect(printed(expectErr(await localTransport(strange.baseUrl).post('/x')))).not.toContain(session)
    const server = await localServer((seen, response, count) =>
      seen.path === '/login' ? json(response, 200, { id: session }) : echo(seen, response, count),
    )
    const bug = () => {
      throw Object.assign(new Error(`bad ${session}`, { cause: data }), { url: query })
    }
    const error = expectErr(await localTransport(server.baseUrl).post('/x', { refused: bug }))
    expect(error).toMatchObject({ kind: 'defect' })
    for (const secret of secrets) expect(printed(error)).not.toContain(secret)
  })
})
