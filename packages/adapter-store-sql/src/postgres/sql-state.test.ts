import { expect, it } from 'vitest'
import { isAboutRow, isRace, isRefusal, sqlStateOf } from './sql-state'

/** What `pg` rejects with, from a server that speaks German. */
const answer = (code: string, severity = 'FEHLER') => Object.assign(new Error('…'), { code, severity })

it.each(['40001', '40P01', '23505', '22021', '42P01', '57014', '55P03'])(
  'keeps the connection after a refusal with %s, in whatever language it comes',
  (code) => {
    expect(isRefusal(answer(code))).toBe(true)
    expect(isRefusal(answer(code, 'ERROR'))).toBe(true)
  },
)

it.each(['08006', '08P01', '25006', '25P02', '25P03', '53300', '57P01', '57P03', '57P05', '58030', 'XX000'])(
  'gives the connection up after %s, in whatever language it comes',
  (code) => {
    expect(isRefusal(answer(code))).toBe(false)
    expect(isRefusal(answer(code, 'ERROR'))).toBe(false)
  },
)

it('takes the code of the operating system for no answer of PostgreSQL', () => {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
  expect([sqlStateOf(cause), isRefusal(cause), isRace(cause), isAboutRow(cause)]).toEqual(['', false, false, false])
})
