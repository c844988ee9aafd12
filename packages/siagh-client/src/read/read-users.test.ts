import { describe, expect, it } from 'vitest'
import { readExchange } from '../../../../test-support/exchange'
import { readUser } from './read-users'
import { expectErr, expectOk } from '../../../../test-support/results'

const rows = readExchange('siagh-get-all-users').response.body as readonly Record<string, unknown>[]
const [admin = {}, person = {}, company = {}] = rows

describe('readUser', () => {
  it('reads null, missing, empty and blank text as absent', () => {
    const { NickName: _, ...withoutNickName } = person
    const user = expectOk(readUser({ ...withoutNickName, MobileNo2: '  ' }, 0))
    expect(user).toMatchObject({ Name: 'رضا نمونه‌پور', MobileNo: '09120000003' })
    for (const field of ['Email', 'MobileNo2', 'NickName', 'Gender', 'tarafType'])
      expect(user).not.toHaveProperty(field)
  })

  it('keeps text as it was typed', () => {
    const user = expectOk(readUser({ ...company, Name: ' شركت نمونه ' }, 0))
    expect(user).toMatchObject({ Name: ' شركت نمونه ', TelNo: '٠٢١٨٨٠٠٠٠٠٨' })
  })

  it('lets unknown fields pass, null and empty ones too', () => {
    const extra = { HasDisCount: false, FatherName: null, NewInNextRelease: { deep: [1, ''] }, Blank: '' }
    expect(expectOk(readUser({ ...admin, ...extra }, 0))).toMatchObject(extra)
  })

  it('does not let a `__proto__` in the answer change anything', () => {
    const row: unknown = JSON.parse(`${JSON.stringify(admin).slice(0, -1)},"__proto__":{"MobileNo":"1"}}`)
    const user = expectOk(readUser(row, 0))
    expect(user.MobileNo).toBeUndefined()
    expect(Object.getPrototypeOf(user)).toBe(Object.prototype)
  })

  const { RecordId, tmpid } = person
  it.each([
    ['Code', { Code: undefined }, { recordId: RecordId, tmpid }],
    ['Code', { Code: '12a' }, { recordId: RecordId, tmpid }],
    ['Code', { Code: 1.5 }, { recordId: RecordId, tmpid }],
    ['RecordId', { RecordId: '' }, { code: 3, tmpid }],
    ['RecordId', { RecordId: undefined, tmpid: 7 }, { code: 3 }],
    ['MobileNo', { MobileNo: 9120000003 }, { code: 3, recordId: RecordId, tmpid }],
    ['IsActive', { IsActive: null }, { code: 3, recordId: RecordId, tmpid }],
    ['TowardType', { TowardType: 2 }, { code: 3, recordId: RecordId, tmpid }],
  ])('names %s, the place and the ids of a row that holds %j', (field, fault, ids) => {
    expect(expectErr(readUser({ ...person, ...fault }, 41))).toEqual({ index: 41, field, ...ids })
  })

  it.each([null, [], 'text', 7, true])('names no field where the row is %j', (row) => {
    expect(expectErr(readUser(row, 2))).toEqual({ index: 2, field: '' })
  })
})
