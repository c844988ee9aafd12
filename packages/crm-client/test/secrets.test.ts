import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { ApiError, CrmClient, TransportEvent } from '../src/index'
import { clientOfFake, fakeCrm, json, nothing, plain, secrets } from './fake-crm'

const id = '2b1f0c6e-0000-4000-8000-000000000001'

/** What a server could do to make a client talk. */
const provocations = [
  ['a refusal', () => json({ message: 'خطا' }, 400)],
  ['a refusal that repeats the token', () => json({ message: `bad token ${secrets.accessToken}` }, 400)],
  ['an outage', () => nothing(503)],
  ['a lost session', () => nothing(401)],
  ['a locked account', () => nothing(403)],
  ['an unlicensed API', () => nothing(402)],
  ['too many calls', () => new Response(null, { status: 429, headers: { 'retry-after': '1' } })],
  ['a page', () => plain('<html></html>', 200, 'text/html')],
  ['a wrong type', () => json({ crmId: 7 })],
  ['a broken connection', () => Response.error()],
] as const

const calls = (client: CrmClient) => [
  () => client.getPerson(id),
  () => client.createPerson({ nickName: 'رضا' }),
  () => client.login(),
]

describe('secrets', () => {
  const crm = fakeCrm()

  const provoke = async (path: string, answer: () => Response) => {
    const said: (ApiError | TransportEvent)[] = []
    crm.answer(path, answer)
    const client = clientOfFake({
      retry: { attempts: 2, firstDelayMs: 1, maxDelayMs: 2 },
      onEvent: (event) => said.push(event),
    })
    for (const call of calls(client)) {
      const result = await call()
      if (result.isErr()) said.push(result.error)
    }
    return said
  }

  it.each(provocations)('stay out of errors and events after %s', async (_name, answer) => {
    const said = [
      ...(await provoke('person/get', answer)),
      ...(await provoke('person/create', answer)),
      ...(await provoke('/api/v2/auth/login', answer)),
    ]
    expect(said.some(({ kind }) => kind !== 'login')).toBe(true)
    const shown = inspect(said, { depth: Infinity, showHidden: true })
    for (const secret of Object.values(secrets)) expect(shown).not.toContain(secret)
  })

  it('stay out of the error of a login that repeats the password', async () => {
    const said = await provoke('/api/v2/auth/login', () => json(`${secrets.password} is wrong`, 400))
    expect(said.map(({ kind }) => kind)).not.toContain('rejected')
    expect(inspect(said, { depth: Infinity })).not.toContain(secrets.password)
  })

  it('stay out of an error about a token that no header takes', async () => {
    const accessToken = `${secrets.accessToken}\u0000`
    const said = await provoke('/api/v2/auth/login', () =>
      json({ expiresAt: '2099-01-01T00:00:00+03:30', accessToken }),
    )
    expect(said.map(({ kind }) => kind)).toContain('malformed')
    expect(inspect(said, { depth: Infinity })).not.toContain(secrets.accessToken)
  })
})
