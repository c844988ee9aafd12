import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, isPasswordHash } from './password-hash'

describe('the hash of a password', () => {
  it('opens with its password and with no other, and differs each time', async () => {
    const [one, other] = await Promise.all([hashPassword('گذرواژه نمونه'), hashPassword('گذرواژه نمونه')])
    expect(one).not.toBe(other)
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/)
    expect(isPasswordHash(one)).toBe(true)
    expect(await isPassword('گذرواژه نمونه', one)).toBe(true)
    expect(await isPassword('گذرواژه نمونه ', one)).toBe(false)
    expect(await isPassword('', one)).toBe(false)
  })

  it('opens however the same letters were typed', async () => {
    const hash = await hashPassword('é1')
    expect(await isPassword('e\u03011', hash)).toBe(true)
  })

  it.each([
    ['', 'empty'],
    ['secret', 'a password'],
    ['$scrypt$ln=20,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$' + 'a'.repeat(43), 'a cost that stops the process'],
    ['$scrypt$ln=1,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$' + 'a'.repeat(43), 'no cost'],
    ['$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaA', 'another kind of hash'],
  ])('is no hash: %s (%s)', async (text) => {
    expect(isPasswordHash(text)).toBe(false)
    expect(await isPassword('secret', text)).toBe(false)
  })

  it('of a user that does not exist opens with nothing', async () => {
    expect(await isPassword('secret', undefined)).toBe(false)
  })
})
