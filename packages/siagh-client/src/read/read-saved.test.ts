import { describe, expect, it } from 'vitest'
import { readExchange } from '../../../../test-support/exchange'
import { readCreatedContact, readCreatedPreInvoice, readUpdatedContact } from './read-created'
import { readSaved } from './read-saved'
import { expectErr, expectOk } from '../../../../test-support/results'

const saved = { Errors: [], FinalMessages: [], ReturnValue: true, ReturnCode: '8356', ReturnParams: '' }
const row = (ErrorType: string, Description: string, ColName = '') => ({ ErrorType, Description, ColName })
const documentSaved = readExchange('siagh-create-pre-invoice').response.body as Record<string, unknown>

describe('readSaved', () => {
  it('takes warnings and messages of success for no failure', () => {
    const body = { ...saved, Errors: [row('ErrWarning', 'هشدار'), row('ErrSuccs', 'ثبت شد')] }
    expect(expectOk(readSaved(body))).toEqual({ code: '8356', params: '', messages: ['ثبت شد'] })
  })

  it('takes an ErrError for a refusal even beside `ReturnValue: true`', () => {
    const body = { ...saved, Errors: [row('ErrWarning', 'هشدار'), row('ErrError', 'تکراری', 'MobileNo')] }
    expect(expectErr(readSaved(body))).toMatchObject({
      kind: 'rejected',
      reasons: [{ message: 'تکراری', field: 'MobileNo' }],
    })
  })

  it('takes `ReturnValue: false` for a refusal even without an ErrError, and gives what else is said', () => {
    const body = { ...saved, ReturnValue: false, Errors: [row('ErrWarning', 'هشدار')], FinalMessages: ['ثبت نشد'] }
    expect(expectErr(readSaved(body))).toMatchObject({
      kind: 'rejected',
      reasons: [{ message: 'هشدار' }, { message: 'ثبت نشد' }],
    })
    expect(expectErr(readSaved({ ReturnValue: false }))).toMatchObject({ kind: 'rejected', reasons: [] })
  })

  it('keeps the words of the server out of the message that is logged', () => {
    const error = expectErr(readSaved({ ...saved, Errors: [row('ErrError', 'نام مشتری')] }))
    expect(error.message).not.toContain('مشتری')
  })

  it.each([
    ['ReturnValue', { ReturnValue: 'true' }],
    ['ReturnCode', { ReturnCode: 8356 }],
    ['Errors', { Errors: 'none' }],
    ['Errors.0.ErrorType', { Errors: [{ ErrorType: 1 }] }],
    ['FinalMessages.0', { FinalMessages: [{}] }],
  ])('names %s when the answer holds %j', (path, fault) => {
    expect(expectErr(readSaved({ ...saved, ...fault }))).toMatchObject({ kind: 'malformed', path })
  })
})

describe('readCreatedContact', () => {
  it.each(['', null, 'abc', '12.5', '-1'])('finds fault with a success whose code is %j', (ReturnCode) => {
    expect(expectErr(readCreatedContact({ ...saved, ReturnCode }))).toMatchObject({ path: 'ReturnCode' })
  })
})

describe('readUpdatedContact', () => {
  it.each(['8356', '', ' ', null])('takes the answer %j for the contact that was asked for', (ReturnCode) => {
    expect(readUpdatedContact({ ...saved, ReturnCode }, 8356).isOk()).toBe(true)
  })

  it('takes another code for a new contact that was made by mistake, and names both', () => {
    const error = expectErr(readUpdatedContact({ ...saved, ReturnCode: '9001' }, 8356))
    expect(error).toMatchObject({ kind: 'rejected', retryable: false })
    expect(error.message).toContain('made a new contact')
    expect(error.kind === 'rejected' && error.reasons).toStrictEqual([
      { message: 'Contact 8356 was to be updated, and Siagh answered with the code 9001' },
    ])
  })
})

describe('readCreatedPreInvoice', () => {
  it('reads the number from the messages of success where there is no final message', () => {
    expect(expectOk(readCreatedPreInvoice({ ...documentSaved, FinalMessages: [] })).number).toBe('2488')
  })

  it('still gives the code where no message holds a number', () => {
    const body = { ...documentSaved, Errors: [], FinalMessages: ['ثبت گردید', null], ReturnParams: null }
    expect(expectOk(readCreatedPreInvoice(body))).toStrictEqual({ code: '15459' })
  })

  it('knows a document that was saved without a code by its number', () => {
    const saved = expectOk(readCreatedPreInvoice({ ...documentSaved, ReturnCode: '' }))
    expect(saved).toMatchObject({ code: 'number-2488', number: '2488' })
  })

  it('does not know which document was saved without a code and without a number', () => {
    const error = expectErr(readCreatedPreInvoice({ ...documentSaved, Errors: [], FinalMessages: [], ReturnCode: '' }))
    expect(error.kind).toBe('outcome_unknown')
  })
})
