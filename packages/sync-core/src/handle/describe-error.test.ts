import { expect, it } from 'vitest'
import { describeError } from './describe-error'

it('replaces U+0000, which not every store can keep', () => {
  const reasons = [{ field: 'mobileno', message: 'ta\0ken' }]
  const message = 'Siagh refused:\0'
  expect(describeError({ kind: 'rejected', retryable: false, system: 'siagh', message, reasons })).toEqual({
    kind: 'rejected',
    message: 'Siagh refused:\uFFFD',
    details: ['mobileno: ta\uFFFDken'],
  })
})
