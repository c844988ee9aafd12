import { describe, expect, it } from 'vitest'
import { readVector } from '../../test/vectors'
import { readUsers } from './read-users'

const rows = readVector('siagh-get-all-users').response.body as readonly Record<string, unknown>[]
const [admin = {}, person = {}, company = {}] = rows

describe('readUsers', () => {
  it('reads null, missing, empty and blank text as absent', () => {
    const { NickName: _, ...withoutNickName } = person
    const [user] = readUsers([{ ...withoutNickName, MobileNo2: '  ' }])._unsafeUnwrap()
    expect(user).toMatchObject({ Name: 'رضا نمونه‌پور', MobileNo: '09120000003' })
    for (const field of ['Email', 'MobileNo2', 'NickName', 'Gender', 'tarafType'])
      expect(user).not.toHaveProperty(field)
  })

  it('keeps text as it was typed', () => {
    const [user] = readUsers([{ ...company, Name: ' شركت نمونه ' }])._unsafeUnwrap()
    expect(user).toMatchObject({ Name: ' شركت نمونه ', TelNo: '٠٢١٨٨٠٠٠٠٠٨' })
  })

  it('lets unknown fields pass, null and empty ones too', () => {
    const extra = { HasDisCount: false, FatherName: null, NewInNextRelease: { deep: [1, ''] }, Blank: '' }
    expect(readUsers([{ ...admin, ...extra }])._unsafeUnwrap()[0]).toMatchObject(extra)
  })

  it('does not let a `__proto__` in the answer change anything', () => {
    const row: unknown = JSON.parse(`${JSON.stringify(admin).slice(0, -1)},"__proto__":{"MobileNo":"1"}}`)
    const user = readUsers([row])._unsafeUnwrap()[0]
    expect(user?.MobileNo).toBeUndefined()
    expect(Object.getPrototypeOf(user)).toBe(Object.prototype)
  })

  it.each([
    ['1.Code', { Code: '3' }],
    ['1.Code', { Code: undefined }],
    ['1.RecordId', { RecordId: '' }],
    ['1.MobileNo', { MobileNo: 9120000003 }],
    ['1.IsActive', { IsActive: null }],
    ['1.TowardType', { TowardType: 1 }],
  ])('names %s when the second row holds %j', (path, fault) => {
    expect(readUsers([admin, { ...person, ...fault }])._unsafeUnwrapErr()).toMatchObject({ kind: 'malformed', path })
  })

  it.each([
    ['', undefined],
    ['', { Message: 'x' }],
    ['', 'text'],
    ['0', [null]],
    ['0', [[]]],
  ])('names %j when the answer is %j', (path, body) => {
    expect(readUsers(body)._unsafeUnwrapErr()).toMatchObject({ kind: 'malformed', path })
  })

  it('reads 200,000 contacts', () => {
    const users = readUsers(Array.from({ length: 200_000 }, () => person))._unsafeUnwrap()
    expect(users).toHaveLength(200_000)
    expect(users.at(-1)?.Code).toBe(3)
  })
})
