import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { defect, isApiError, malformed } from './errors'

describe('defect', () => {
  it('keeps the stack and drops the message and the properties of what was thrown', () => {
    const thrown = Object.assign(new TypeError('cannot read http://host/?token=abc\n    at secret'), {
      input: 'token=abc',
    })
    const error = defect(thrown)
    expect(error.kind === 'defect' && error.cause instanceof Error && error.cause.stack).toContain('errors.test.ts')
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/token=abc|at secret/)
  })

  it('survives a thrown value that is no error', () => {
    expect(inspect(defect({ password: 'abc' }), { depth: 9 })).not.toContain('abc')
  })
})

describe('isApiError', () => {
  it('tells an error of ours from others', () => {
    expect(isApiError(malformed('crm', 'a.0'))).toBe(true)
    expect(
      [new Error('x'), null, 'unavailable', { kind: 'toString', retryable: true }, { kind: 'unavailable' }].filter(
        isApiError,
      ),
    ).toEqual([])
  })
})
