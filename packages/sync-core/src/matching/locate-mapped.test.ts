import { describe, expect, it } from 'vitest'
import { listedRow } from '../../test/listed-row'
import { contactList } from './contact-list'
import type { Mapping } from '../ports/store'
import type { SiaghIds } from '../types'
import { locateMapped } from './locate-mapped'
import { hashesOfMade } from '../identity/made-contact'

const crmId = '2b1f0c6e-0000-4000-8000-00000000000a'
const mine = '7b0c3a52-0000-4000-8000-000000000001'
const other = '7b0c3a52-0000-4000-8000-000000000002'
const noFields = {
  telno: '',
  email: '',
  websiteaddress: '',
  address: '',
  pocode: '',
  tozihat: '',
  taraftype: 0 as const,
}
const mappingOf = (siagh: SiaghIds, detail: Mapping['detail'] = {}) => ({
  key: { company: 'default', kind: 'identity' as const, id: crmId },
  siagh,
  detail,
})

describe('locateMapped', () => {
  it.each([
    ['the same contact', { code: '5', recordId: mine }, [listedRow(5, mine)], 'listed', 5],
    [
      'the same contact in other letters',
      { code: '5', recordId: mine },
      [listedRow(5, mine.toUpperCase())],
      'listed',
      5,
    ],
    [
      'the contact under a new code',
      { code: '5', recordId: mine },
      [listedRow(9, mine), listedRow(5, other)],
      'listed',
      9,
    ],
    ['another contact under the code', { code: '5', recordId: mine }, [listedRow(5, other)], 'replaced', 5],
    ['another one that bears our `tmpid`', { code: '5', recordId: mine }, [listedRow(5, other, crmId)], 'replaced', 5],
    ['a new contact by its `tmpid`', { code: '5' }, [listedRow(5, other, crmId)], 'listed', 5],
    [
      'a new contact by its `tmpid` under a new code',
      { code: '5' },
      [listedRow(5, other), listedRow(9, mine, crmId)],
      'listed',
      9,
    ],
    [
      'a new contact by its code where two bear its `tmpid`',
      { code: '5' },
      [listedRow(9, mine, crmId), listedRow(5, other, crmId)],
      'listed',
      5,
    ],
    ['a new contact where no tmpid is listed', { code: '5' }, [listedRow(5, other)], 'listed', 5],
    ['a contact with the tmpid of somebody else', { code: '5' }, [listedRow(5, other, 'B-77')], 'replaced', 5],
    [
      'a contact without a tmpid where others have one',
      { code: '5' },
      [listedRow(5, other), listedRow(6, mine, 'B-77')],
      'replaced',
      5,
    ],
    ['a contact whose tmpid is empty', { code: '5' }, [listedRow(5, other, '')], 'replaced', 5],
    ['nothing', { code: '5', recordId: mine }, [listedRow(6, other)], 'missing', undefined],
    ['nothing, without a RecordId', { code: '5' }, [listedRow(6, other)], 'missing', undefined],
  ] as const)('finds %s', (_what, siagh, rows, is, code) => {
    const found = locateMapped(contactList(rows), mappingOf(siagh))
    expect(found.is).toBe(is)
    expect('row' in found ? found.row.Code : undefined).toBe(code)
  })

  const draft = { fullname: 'سارا آزمونی', mobileno: '09120001234', passno: '' }
  const made = hashesOfMade({ ...noFields, ...draft })

  it.each([
    ['the name, typed otherwise', { Name: 'سارا  آزموني', MobileNo: '0912' }, 'listed'],
    ['the mobile number', { Name: 'سارا آ.', MobileNo: '۰۹۱۲۰۰۰۱۲۳۴' }, 'listed'],
    ['neither', { Name: 'بیگانه', MobileNo: '09350000001' }, 'replaced'],
    ['nothing at all', {}, 'replaced'],
    ['nothing but an empty national code', { NationalCode: '' }, 'replaced'],
    ['the name and the tmpid of somebody else', { Name: 'سارا آزمونی', tmpid: 'B-77' }, 'replaced'],
  ])('takes an unmarked row under the code of a contact that was just made by %s', (_what, fields, is) => {
    const found = locateMapped(contactList([{ ...listedRow(5, other), ...fields }]), mappingOf({ code: '5' }, { made }))
    expect(found.is).toBe(is)
  })
})
