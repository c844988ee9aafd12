import { describe, expect, it } from 'vitest'
import { contactLine, readContactLine } from './contact-line'

describe('readContactLine', () => {
  it.each([{ code: '8327' }, { recordId: '7b0c3a52-0000-4000-8000-000000000001' }, { code: '5', recordId: 'A-1' }])(
    'reads what contactLine wrote of %o',
    (ids) => {
      expect(readContactLine(contactLine(ids))).toEqual(ids)
    },
  )

  it.each(['', 'contact', 'contact five', 'details.0.count: must be a number', 'a contact 5'])(
    'takes %j for no contact',
    (line) => {
      expect(readContactLine(line)).toBeNull()
    },
  )
})
