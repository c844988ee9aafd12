import { describe, expect, it } from 'vitest'
import { readSession } from './session'
import { expectErr, expectOk } from '../../../../test-support/results'

const now = Date.parse('2025-12-16T08:00:00Z')
const seconds = (count: number) => new Date(now + count * 1_000).toISOString()
const read = (body: object) => readSession({ accessToken: 'token', refreshToken: 'other', ...body }, now)
const usableSeconds = (life: number) => {
  const until = expectOk(read({ expiresAt: seconds(life) })).usableUntil
  return until === undefined ? undefined : (until - now) / 1_000
}

describe('readSession', () => {
  it('reads an end with an offset and seven fraction digits', () => {
    const session = expectOk(read({ expiresAt: '2025-12-16T11:43:53.1385332+03:30' }))
    expect(session.expiresAt).toEqual(new Date('2025-12-16T08:13:53.138Z'))
  })

  it('stops using a token a minute before its end, and a short-lived one at half of its life', () => {
    expect(usableSeconds(1_200)).toBe(1_140)
    expect(usableSeconds(40)).toBe(20)
  })

  it('uses a token that seems to be born dead until the CRM refuses it, since the two clocks differ', () => {
    expect(usableSeconds(-600)).toBeUndefined()
    expect(usableSeconds(5)).toBeUndefined()
  })

  it('does not keep the refresh token', () => {
    expect(JSON.stringify(expectOk(read({ expiresAt: seconds(60) })))).not.toContain('other')
  })

  it.each([
    [{ accessToken: null, expiresAt: seconds(60) }, 'accessToken'],
    [{ accessToken: '', expiresAt: seconds(60) }, 'accessToken'],
    [{ accessToken: 'two words', expiresAt: seconds(60) }, 'accessToken'],
    [{ accessToken: 'line\nbreak', expiresAt: seconds(60) }, 'accessToken'],
    [{ expiresAt: 'tomorrow' }, 'expiresAt'],
    [{}, 'expiresAt'],
  ])('does not take %j for a session', (body, path) => {
    expect(expectErr(read(body))).toMatchObject({ kind: 'malformed', path })
  })
})
