import { expect, it } from 'vitest'
import { describeError } from './describe-error'

it('replaces U+0000, which not every store can keep', () => {
  const reasons = [{ field: 'mobileno', message: 'ta\0ken' }, { message: 'ta\0ken' }]
  const message = 'Siagh refused:\0'
  const described = describeError({ kind: 'rejected', retryable: false, system: 'siagh', message, reasons })
  expect(described).toMatchObject({
    kind: 'rejected',
    message: 'Siagh refused:\uFFFD',
    details: ['mobileno: ta\uFFFDken', 'ta\uFFFDken'],
  })
  expect(JSON.stringify(described)).not.toContain('\\u0000')
})

it('keeps what is said with its code, so that it can be said in any language', () => {
  const reason = { code: 'above_zero' }
  const params = { line: 1, field: { code: 'field_count' }, path: 'details.0.count' }
  const path = { code: 'field_of_line', params }
  const issues = [{ path: 'details.0.count', message: 'must be a number above 0', saying: reason }]
  const message = 'The invoice cannot go to Siagh as it is: 1 problem'
  expect(describeError({ kind: 'invalid_data', retryable: false, message, issues })).toEqual({
    kind: 'invalid_data',
    message,
    details: ['details.0.count: must be a number above 0'],
    said: {
      message: { code: 'invalid_data', params: { reason: message } },
      details: [{ code: 'issue', params: { path, reason } }],
    },
  })
})
