import { describe, expect, it } from 'vitest'
import { createSiaghClient } from './create-siagh-client'
import { checkBaseUrl, checkLogin, type SiaghClientOptions } from './options'

const valid = { baseUrl: 'http://siagh.test', username: 'web', password: 'password' }

// As a caller without a compiler, or with an unset variable, would have it.
const given = (changes: object) => ({ ...valid, ...changes }) as SiaghClientOptions

describe('the options', () => {
  it.each([
    ['baseUrl', { baseUrl: undefined }],
    ['baseUrl', { baseUrl: 'siagh.test' }],
    ['baseUrl', { baseUrl: 'ftp://siagh.test' }],
    ['baseUrl', { baseUrl: 'http://web:password@siagh.test' }],
    ['baseUrl', { baseUrl: 'http://siagh.test/?company=1' }],
    ['username', { username: '' }],
    ['username', { username: undefined }],
    ['password', { password: undefined }],
    ['password', { password: '' }],
    ['password', { passwordMd5: '5F4DCC3B5AA765D61D8327DEB882CF99' }],
    ['passwordMd5', { password: undefined, passwordMd5: 'password' }],
  ])('make the client say in one sentence to set `%s` when given %j', (name, changes) => {
    expect(() => createSiaghClient(given(changes))).toThrow(new RegExp(`^Set .*\`${name}\`[^\n]*$`))
  })

  it('are never repeated in that sentence', () => {
    const secret = { password: undefined, passwordMd5: 'my-secret' }
    expect(() => createSiaghClient(given(secret))).not.toThrow(/my-secret/)
    expect(() => createSiaghClient(given({ baseUrl: 'http://web:my-secret@siagh.test' }))).not.toThrow(/my-secret/)
  })

  it('turn the password into its MD5, 32 upper-case hex digits', () => {
    expect(checkLogin(valid)).toEqual({ UserName: 'web', Password: '5F4DCC3B5AA765D61D8327DEB882CF99' })
    expect(checkLogin(given({ password: 'گذرواژه' })).Password).toMatch(/^[0-9A-F]{32}$/)
  })

  it('take the MD5 in lower case too', () => {
    const md5 = { password: undefined, passwordMd5: '5f4dcc3b5aa765d61d8327deb882cf99' }
    expect(checkLogin(given(md5)).Password).toBe('5F4DCC3B5AA765D61D8327DEB882CF99')
  })

  it('take an address with a path and with slashes at its end', () => {
    expect(checkBaseUrl(given({ baseUrl: 'http://10.0.0.5:8080/siagh//' }))).toBe('http://10.0.0.5:8080/siagh')
    expect(checkBaseUrl(valid)).toBe('http://siagh.test')
  })
})
