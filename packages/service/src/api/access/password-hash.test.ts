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
    const hash = '$scrypt$ln=14,r=8,p=1$VtSmqqpCA+yLvf76QgHtWg$WjeXKAXxuai27zdj7I/1sl52TfKpQWgZE0aAF5PRQms'
    expect(await isPassword('\u00e91', hash)).toBe(true)
    expect(await isPassword('e\u03011', hash)).toBe(true)
  })

  it.each([
    ['', 'empty'],
    ['secret', 'a password'],
    ['$scrypt$ln=20,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$' + 'a'.repeat(43), 'a cost that stops the process'],
    ['$scrypt$ln=1,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$' + 'a'.repeat(43), 'no cost'],
    ['$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaA', 'another kind of hash'],
  ])('is no hash: %s (%s)', (text) => {
    expect(isPasswordHash(text)).toBe(false)
  })

  it('that is none, or no hash, opens with nothing', async () => {
    expect(await Promise.all([isPassword('secret', undefined), isPassword('secret', 'secret')])).toEqual([false, false])
  })
})
