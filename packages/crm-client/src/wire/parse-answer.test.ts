import { describe, expect, it } from 'vitest'
import { invoiceSchema } from './document-schemas'
import { personSchema } from './identity-schemas'
import { parseAnswer } from './parse-answer'
import { expectErr, expectOk } from '../../../../test-support/results'

const crmId = '2b1f0c6e-0000-4000-8000-000000000001'

const person = (body: object) => parseAnswer(personSchema, { crmId, ...body })
const invoice = (body: object) => parseAnswer(invoiceSchema, { crmId, ...body })

describe('an answer of the CRM', () => {
  it('reads null, missing and empty text as absent', () => {
    const read = expectOk(person({ nickName: null, refId: '', birthDate: null, modifyDate: '' }))
    expect(Object.keys(read).sort()).toEqual(['addressContacts', 'crmId', 'phoneContacts'])
  })

  it('reads a list that is null or missing as empty', () => {
    expect(expectOk(person({ phoneContacts: null }))).toMatchObject({ phoneContacts: [], addressContacts: [] })
    expect(expectOk(invoice({ details: null })).details).toEqual([])
    expect(expectOk(invoice({})).details).toEqual([])
  })

  it('lets fields that are not listed pass untouched', () => {
    const more = { stageId: null, balance: 0, facebookUsername: '', employees: [{ id: 1 }] }
    expect(expectOk(person(more))).toMatchObject(more)
    expect(expectOk(invoice({ details: [{ serial: null }] })).details).toEqual([{ serial: null }])
  })

  it('takes no prototype from an answer', () => {
    const body: unknown = JSON.parse(`{ "crmId": "${crmId}", "__proto__": { "polluted": true } }`)
    expect(expectOk(parseAnswer(personSchema, body))).not.toHaveProperty('polluted')
  })

  it.each([
    [invoice({ details: [{ count: '1 kg' }] }), 'details.0.count'],
    [invoice({ details: [{}, { productCode: 7 }] }), 'details.1.productCode'],
    [invoice({ details: [null] }), 'details.0'],
    [invoice({ details: {} }), 'details'],
    [invoice({ finalValue: true }), 'finalValue'],
    [invoice({ expireDate: '1404/09/30' }), 'expireDate'],
    [person({ customerNumber: 3 }), 'customerNumber'],
    [person({ phoneContacts: [{ default: 'yes' }] }), 'phoneContacts.0.default'],
    [person({ crmId: '' }), 'crmId'],
    [person({ crmId: null }), 'crmId'],
    [parseAnswer(personSchema, [crmId]), ''],
    [parseAnswer(personSchema, 'a page'), ''],
  ])('is malformed where a type is wrong: %#', (read, path) => {
    expect(expectErr(read)).toMatchObject({ kind: 'malformed', system: 'crm', path })
  })

  it('does not quote what is malformed', () => {
    const error = expectErr(person({ customerNumber: { secret: 'کسی' } }))
    expect(JSON.stringify(error)).not.toContain('کسی')
  })

  it('reads a number that is too large for a number as malformed', () => {
    const body: unknown = JSON.parse(`{ "crmId": "${crmId}", "finalValue": 1e999 }`)
    expect(expectErr(parseAnswer(invoiceSchema, body))).toMatchObject({ path: 'finalValue' })
  })
})
