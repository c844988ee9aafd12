import { okAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { recordingLogger } from '../../../../../test-support/recording-logger'
import { createApi } from '../create-api'
import { askApplication, type OwnAuth } from './ask-application'
import type { Person } from './person'

const sessions = { begin: () => okAsync(''), find: () => okAsync(undefined), end: () => okAsync(undefined) }

/** An own sign-in as JavaScript may write it, without the compiler. */
const answering =
  (answer: unknown): OwnAuth =>
  () =>
    answer as Person | null

async function whoIs(auth: OwnAuth, headers: Record<string, string> = {}) {
  const logger = recordingLogger()
  const api = createApi({ companies: [], users: [], sessions, auth, token: 'token-of-the-operators', logger })
  const response = await api.fetch(new Request('http://localhost/api/session', { headers }))
  return { status: response.status, body: JSON.parse(await response.text()), log: JSON.stringify(logger.lines) }
}

describe('the sign-in of the application', () => {
  it.each([[null], [undefined], [false], [Promise.resolve(undefined)]])('lets nobody in by %s', async (answer) => {
    expect(await whoIs(answering(answer))).toMatchObject({ status: 401, body: { error: 'unauthorized' } })
  })

  it.each([
    ['true', true],
    ['a text', 'sara'],
    ['no role', { name: 'sara' }],
    ['another role', { name: 'sara', role: 'admin' }],
    ['no name', { role: 'operator' }],
    ['an empty name', { name: ' ', role: 'operator' }],
    ['a name with a control character', { name: 'sa\u0000ra', role: 'operator' }],
    ['a name without an end', { name: 'a'.repeat(201), role: 'operator' }],
    ['a session of another form', { user: { name: 'sara', role: 'operator' } }],
  ])('lets nobody in by %s, and the log says so', async (_, answer) => {
    const asked = await whoIs(answering(answer))
    expect(asked).toMatchObject({ status: 500, body: { error: 'internal_error' } })
    expect(asked.log).toContain('the sign-in of the application failed')
    expect(asked.log).not.toContain('sara')
  })

  it.each([
    ['an error', new TypeError('secret of sara'), 'TypeError'],
    ['a text', 'secret of sara', 'string'],
    ['nothing', null, 'object'],
  ])('lets nobody in if it throws %s, and tells no caller why', async (_, thrown, named) => {
    const ending = new AbortController()
    ending.abort(thrown)
    const asked = await whoIs(() => {
      ending.signal.throwIfAborted()
      return null
    })
    expect(asked).toMatchObject({ status: 500, body: { error: 'internal_error' } })
    expect(asked.log).toContain(`it threw ${named}`)
    expect(asked.log).not.toContain('secret')
  })

  it('lets nobody in if it does not answer', async () => {
    const asked = await askApplication(() => new Promise(() => undefined), new Request('http://localhost'), 1)
    expect(asked._unsafeUnwrapErr()).toEqual({ kind: 'own_auth_failed', reason: 'it does not answer' })
  })

  it.each([['Bearer of-the-application'], ['Basic c2FyYTp3b3Jk']])('may know a person by %s', async (authorization) => {
    const auth: OwnAuth = ({ headers }) =>
      headers.get('authorization') === authorization ? { name: 'sara', role: 'viewer' } : null
    expect(await whoIs(auth, { authorization })).toMatchObject({ status: 200, body: { name: 'sara', role: 'viewer' } })
    expect((await whoIs(auth, { authorization: 'Bearer other' })).status).toBe(401)
  })

  it.each([['Bearer'], ['bearer']])('is not asked about a program with its token: %s', async (scheme) => {
    const asked = await whoIs(answering(null), { authorization: `${scheme} token-of-the-operators` })
    expect(asked).toMatchObject({ status: 200, body: { name: 'token', role: 'operator' } })
  })
})
