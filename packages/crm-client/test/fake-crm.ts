import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { createCrmClient, type CrmClient, type CrmClientOptions } from '../src/index'

/** What the fake was asked. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
}

type Respond = (asked: Asked) => Response

const baseUrl = 'https://crm.example.com'
const object = '/api/v2/crmobject'

/** Secrets that the fake deals in. */
export const secrets = {
  password: 'p4ss-of-the-sample',
  accessToken: 'eyJhbGciOi.sample.token',
  refreshToken: 'D9dVEK4sample',
}

/** A stand-in for the CRM that answers as told; every path but the login is a 501 until then. */
export function fakeCrm() {
  const asked: Asked[] = []
  const answers = new Map<string, Respond>()
  const server = setupServer(
    http.post(`${baseUrl}/*`, async ({ request }) => {
      const path = new URL(request.url).pathname
      const text = await request.text()
      const call = { method: request.method, path, headers: request.headers, body: text && JSON.parse(text) }
      asked.push(call)
      return answers.get(path)?.(call) ?? new HttpResponse(null, { status: 501 })
    }),
  )
  const answerLogin = (expiresAt: () => string = () => '2099-01-01T00:00:00.0000000+03:30') =>
    answers.set('/api/v2/auth/login', () =>
      json({ expiresAt: expiresAt(), accessToken: secrets.accessToken, refreshToken: secrets.refreshToken }),
    )
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
  afterAll(() => server.close())
  afterEach(() => {
    asked.length = 0
    answers.clear()
    answerLogin()
  })
  answerLogin()
  return {
    baseUrl,
    answerLogin,
    /** What was asked, logins left out. */
    calls: () => asked.filter(({ path }) => path !== '/api/v2/auth/login'),
    logins: () => asked.filter(({ path }) => path === '/api/v2/auth/login'),
    answer: (path: string, answer: Respond) =>
      answers.set(path.startsWith('/api') ? path : `${object}/${path}`, answer),
  }
}

/** A client of the fake that does not try again, so that a test sees the first answer. */
export function clientOfFake(options: Partial<CrmClientOptions> = {}): CrmClient {
  return createCrmClient({
    baseUrl,
    username: 'webservice',
    password: secrets.password,
    retry: { attempts: 1 },
    ...options,
  })
}

/** An answer in JSON. */
export function json(body: unknown, status = 200): Response {
  return HttpResponse.json(body as Record<string, unknown>, { status })
}

/** An answer in text. */
export function plain(body: string, status: number, type = 'text/plain'): Response {
  return new HttpResponse(body, { status, headers: { 'content-type': type } })
}

/** An answer without a body. */
export function nothing(status = 200): Response {
  return new HttpResponse(null, { status })
}
