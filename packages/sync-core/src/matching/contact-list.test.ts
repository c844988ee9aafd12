import type { SiaghUser } from '@siagh-sync/siagh-client'
import { describe, expect, it } from 'vitest'
import { contactList } from './contact-list'

const row = (Code: number, RecordId: string, tmpid?: string): SiaghUser => ({
  Code,
  RecordId,
  IsActive: true,
  IsAdminUser: false,
  TowardType: false,
  ...(tmpid !== undefined && { tmpid }),
})

describe('a contact list', () => {
  it('keeps the RecordId of a contact that was made and then listed', () => {
    const list = contactList([row(5, 'A', 'mark')])
    list.put(row(5, '', 'mark'))
    expect(list.byCode(5)?.RecordId).toBe('A')
  })

  it.each([undefined, 'another mark'])(
    'gives a new contact nothing of the one that had its code before: %s',
    (tmpid) => {
      const list = contactList([row(5, 'A', tmpid)])
      list.put(row(5, '', 'mark'))
      expect(list.byCode(5)).toMatchObject({ RecordId: '', tmpid: 'mark' })
      expect(list.byRecordId('a')).toBeUndefined()
      expect(list.byTmpid('mark')).toHaveLength(1)
    },
  )

  it('finds a contact by its RecordId under its new code alone', () => {
    const list = contactList([row(5, 'A'), row(6, 'B')])
    list.put(row(7, 'A'))
    list.put(row(5, 'C'))
    expect(list.byRecordId('A')?.Code).toBe(7)
    expect(list.byRecordId('C')?.Code).toBe(5)
  })
})
