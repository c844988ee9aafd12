import { describe, expect, it } from 'vitest'
import { invoiceSchema } from './document-schemas'
import { personSchema } from './identity-schemas'
import { readAnswer } from './read-answer'

const crmId = '2b1f0c6e-0000-4000-8000-000000000001'

const person = (body: object) => readAnswer(personSchema, { crmId, ...body })
const invoice = (body: object) => readAnswer(invoiceSchema, { crmId, ...body })

describe('an answer of the CRM', () => {
  it('reads null, missing and empty text as absent', () => {
    const read = person({ nickName: null, refId: '', birthDate: null, modifyDate: '' })._unsafeUnwrap()
    expect(Object.keys(read).sort()).toEqual(['addressContacts', 'crmId', 'phoneContacts'])
  })

  it('reads a list that is null or missing as empty', () => {
    expect(person({ phoneContacts: null })._unsafeUnwrap()).toMatchObject({ phoneContacts: [], addressContacts: [] })
    expect(invoice({ details: null })._unsafeUnwrap().details).toEqual([])
    expect(invoice({})._unsafeUnwrap().details).toEqual([])
  })

  it('lets fields that are not listed pass untouched', () => {
    const more = { stageId: null, balance: 0, facebookUsername: '', employees: [{ id: 1 }] }
    expect(person(more)._unsafeUnwrap()).toMatchObject(more)
    expect(invoice({ details: [{ serial: null }] })._unsafeUnwrap().details).toEqual([{ serial: null }])
  })

  it('takes no prototype from an answer', () => {
    const body: unknown = JSON.parse(`{ "crmId": "${crmId}", "__proto__": { "polluted": true } }`)
    expect(readAnswer(personSchema, body)._unsafeUnwrap()).not.toHaveProperty('polluted')
  })

  it.each([
    [invoice({ details: [{ count: '1' }] }), 'details.0.count'],
    [invoice({ details: [{}, { productCode: 7 }] }), 'details.1.productCode'],
    [invoice({ details: [null] }), 'details.0'],
    [invoice({ details: {} }), 'details'],
    [invoice({ finalValue: true }), 'finalValue'],
    [invoice({ expireDate: '1404/09/30' }), 'expireDate'],
    [person({ customerNumber: 3 }), 'customerNumber'],
    [person({ phoneContacts: [{ default: 'yes' }] }), 'phoneContacts.0.default'],
    [person({ crmId: '' }), 'crmId'],
    [person({ crmId: null }), 'crmId'],
    [readAnswer(personSchema, [crmId]), ''],
    [readAnswer(personSchema, 'a page'), ''],
  ])('is malformed where a type is wrong: %#', (read, path) => {
    expect(read._unsafeUnwrapErr()).toMatchObject({ kind: 'malformed', system: 'crm', path })
  })

  it('does not quote what is malformed', () => {
    const error = person({ customerNumber: { secret: 'کسی' } })._unsafeUnwrapErr()
    expect(JSON.stringify(error)).not.toContain('کسی')
  })

  it('reads a number that is too large for a number as malformed', () => {
    const body: unknown = JSON.parse(`{ "crmId": "${crmId}", "finalValue": 1e999 }`)
    expect(readAnswer(invoiceSchema, body)._unsafeUnwrapErr()).toMatchObject({ path: 'finalValue' })
  })
})
