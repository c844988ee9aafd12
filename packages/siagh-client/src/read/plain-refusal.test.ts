import { describe, expect, it } from 'vitest'
import { readExchange } from '../../../../test-support/exchange'
import { isPlainRefusal } from './plain-refusal'

const refusal = { Errors: [], FinalMessages: [], ReturnValue: false, ReturnCode: '', ReturnParams: '' }
const saying = (Description: string) => ({ ...refusal, Errors: [{ ColName: '', ErrorType: 'ErrError', Description }] })

describe('isPlainRefusal', () => {
  it.each([
    ['without a word', refusal],
    ['with fields missing', { ReturnValue: false }],
    ['with nulls', { ReturnValue: false, ReturnCode: null, Errors: null }],
    ['with a message', saying('نشست شما به پایان رسیده است')],
    ['that was recorded', readExchange('siagh-create-contact-refused').response.body],
  ])('takes a refusal %s for one that left nothing behind', (_what, body) => {
    expect(isPlainRefusal(body)).toBe(true)
  })

  it.each([
    ['a refusal of a field', readExchange('siagh-create-pre-invoice-refused-price').response.body],
    ['a script that broke off', readExchange('siagh-create-pre-invoice-script-failure').response.body],
    ['a script that broke off, in another place', { ...refusal, FinalMessages: ['x Runtime error y'] }],
    ['a refusal with a code, so that something may exist', { ...refusal, ReturnCode: '15' }],
    ['a success', readExchange('siagh-create-contact').response.body],
    ['a success with an error in it', { ...saying('خطا'), ReturnValue: true }],
    ['an answer of another form', { message: 'x' }],
    ['nothing', undefined],
  ])('does not take %s for one', (_what, body) => {
    expect(isPlainRefusal(body)).toBe(false)
  })
})
