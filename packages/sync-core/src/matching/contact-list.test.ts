import { describe, expect, it } from 'vitest'
import { listedRow } from '../../test/listed-row'
import { contactList } from './contact-list'

describe('a contact list', () => {
  it('keeps the RecordId of a contact that was made and then listed', () => {
    const list = contactList([listedRow(5, 'A', 'a tmpid')])
    list.put(listedRow(5, '', 'a tmpid'))
    expect(list.byCode(5)?.RecordId).toBe('A')
  })

  it.each([undefined, 'another tmpid'])(
    'gives a new contact nothing of the one that had its code before: %s',
    (tmpid) => {
      const list = contactList([listedRow(5, 'A', tmpid)])
      list.put(listedRow(5, '', 'a tmpid'))
      expect(list.byCode(5)).toMatchObject({ RecordId: '', tmpid: 'a tmpid' })
      expect(list.byRecordId('a')).toBeUndefined()
      expect(list.byTmpid('a tmpid')).toHaveLength(1)
    },
  )

  it('finds a contact by its RecordId under its new code alone', () => {
    const list = contactList([listedRow(5, 'A'), listedRow(6, 'B')])
    list.put(listedRow(7, 'A'))
    list.put(listedRow(5, 'C'))
    expect(list.byRecordId('A')?.Code).toBe(7)
    expect(list.byRecordId('C')?.Code).toBe(5)
  })
})
