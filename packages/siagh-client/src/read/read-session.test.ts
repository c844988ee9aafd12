import { describe, expect, it } from 'vitest'
import { loginAnswer } from '../../test/siagh-server'
import { readSession } from './read-session'
import { expectErr, expectOk } from '../../../../test-support/results'

const answer = loginAnswer.body as Record<string, unknown>

describe('readSession', () => {
  it('leaves out what the server does not say', () => {
    const body = { SessionId: 'abc', UserCode: 1, UserName: ' ', FiscalYear: null, SystemDate: '' }
    expect(expectOk(readSession(body))).toStrictEqual({ sessionId: 'abc', userCode: 1 })
  })

  it.each([
    ['SessionId', undefined],
    ['SessionId', ''],
    ['SessionId', 'a\r\nX-Injected: 1'],
    ['UserCode', 'one'],
    ['FiscalYear', '1404/1405'],
  ])('finds fault with %s when it is %j', (path, value) => {
    expect(expectErr(readSession({ ...answer, [path]: value }))).toMatchObject({ kind: 'malformed', path })
  })

  it('reads numbers that come as text', () => {
    const session = expectOk(readSession({ ...answer, UserCode: '1', FiscalYear: '1404' }))
    expect(session).toMatchObject({ userCode: 1, fiscalYear: 1404 })
  })

  it.each([undefined, null, 'OK', '<html></html>', []])('does not take %j for a session', (body) => {
    expect(expectErr(readSession(body)).kind).toBe('malformed')
  })
})
