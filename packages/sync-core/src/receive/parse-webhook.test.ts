import { describe, expect, it } from 'vitest'
import type { EntityKind } from '../types'
import { parseWebhook } from './parse-webhook'
import { expectErr, expectOk } from '../../../../test-support/results'

const id = '2b1f0c6e-0000-4000-8000-00000000000a'

const get = (query: string, kind: EntityKind = 'identity') =>
  parseWebhook({ method: 'GET', kind, query: new URLSearchParams(query) })
const post = (body: unknown, kind: EntityKind = 'identity') => parseWebhook({ method: 'POST', kind, body })
const changeOf = (result: ReturnType<typeof parseWebhook>) => expectOk(result)
const issuesOf = (result: ReturnType<typeof parseWebhook>) => expectErr(result).issues
const pathsOf = (result: ReturnType<typeof parseWebhook>) => issuesOf(result).map((issue) => issue.path)

describe("the CRM's own form", () => {
  it('reads event, id, type and subtype from a form-encoded query', () => {
    const subtype = 'subtype=%D9%85%D8%AE%D8%A7%D8%B7%D8%A8+%D8%AD%D9%82%DB%8C%D9%82%DB%8C'
    expect(changeOf(get(`event=Insert&id=${id}&type=Identity&${subtype}`))).toEqual({
      kind: 'identity',
      id,
      event: 'insert',
      type: 'person',
    })
  })

  it('passes over what an administrator typed before the parameters of the CRM', () => {
    const query = `?secret=s&action=nothing&identityId=7&event=Update&id=${id}&type=Identity`
    expect(changeOf(get(query))).toEqual({ kind: 'identity', id, event: 'update' })
  })

  it.each([
    ['Insert', 'insert'],
    ['CREATED', 'insert'],
    ['update', 'update'],
    ['Edit', 'update'],
    ['Delete', 'delete'],
    ['deleted', 'delete'],
  ])('reads the event %s as %s', (word, event) => {
    expect(changeOf(get(`event=${word}&id=${id}`)).event).toBe(event)
  })

  it('lets the path decide where no type was sent', () => {
    expect(changeOf(get(`event=Update&id=${id}`, 'quote')).kind).toBe('quote')
  })

  it('believes the type when the path of the other document was pasted', () => {
    expect(changeOf(get(`event=Update&id=${id}&type=Quote`, 'invoice')).kind).toBe('quote')
    expect(changeOf(get(`event=Update&id=${id}&type=invoice`, 'quote')).kind).toBe('invoice')
  })

  it.each([
    ['Identity', 'invoice'],
    ['Quote', 'identity'],
    ['Ticket', 'identity'],
    ['', 'identity'],
  ] as const)('refuses the type "%s" on the path of %s', (type, path) => {
    expect(pathsOf(get(`event=Update&id=${id}&type=${type}`, path))).toEqual(['type'])
  })

  it.each(['event=', 'event=Merge', 'event=constructor', 'other=1'])('refuses %s and names the event', (query) => {
    expect(pathsOf(get(`${query}&id=${id}`))).toEqual(['event'])
  })

  it('accepts a repeated parameter only when its values are equal', () => {
    expect(changeOf(get(`event=Update&id=${id}&id=${id}`)).id).toBe(id)
    expect(pathsOf(get(`event=Update&id=${id}&id=${id.replace('a', 'b')}`))).toEqual(['id'])
    expect(pathsOf(get(`event=Update&event=Delete&id=${id}`))).toEqual(['event'])
  })

  it('finds nothing in brackets', () => {
    expect(pathsOf(get(`event=Update&id[]=${id}`))).toEqual(['id'])
    expect(pathsOf(get(`event[a]=Update&id=${id}`))).toEqual(['event'])
  })

  it('names every field at fault at once', () => {
    expect(pathsOf(get('event=Merge&id=7&type=Ticket'))).toEqual(['event', 'id', 'type'])
  })
})

describe('the id', () => {
  it('comes out in lower case and without braces', () => {
    expect(changeOf(get(`event=Update&id=%7B${id.toUpperCase()}%7D`)).id).toBe(id)
  })

  it.each([
    ['nothing', ''],
    ['Persian digits', id.replaceAll('0', '۰')],
    ['Arabic digits', id.replaceAll('0', '٠')],
    ['half of the braces', `{${id}`],
    ['other text', 'not-a-guid'],
    ['a line break within', `${id}\n${id}`],
    ['100,000 characters', 'a'.repeat(100_000)],
    ['NUL at the end', `${id}\0`],
  ])('is refused with %s, by name and without an echo', (_what, text) => {
    const error = expectErr(get(`event=Update&id=${encodeURIComponent(text)}`))
    expect(error.kind).toBe('invalid_change')
    expect(error.issues.map((issue) => issue.path)).toEqual(['id'])
    if (text !== '') expect(JSON.stringify(error)).not.toContain(text)
  })
})

describe('person or organization', () => {
  const typeOf = (subtype: string) => changeOf(get(`event=Insert&id=${id}&subtype=${encodeURIComponent(subtype)}`)).type

  it('is read from the free text of the subtype, with Persian or Arabic letters', () => {
    expect(typeOf('مخاطب حقیقی ویژه')).toBe('person')
    expect(typeOf('مخاطب حقيقي')).toBe('person')
    expect(typeOf('مخاطب حقوقی')).toBe('organization')
    expect(typeOf('شركت حقوقى')).toBe('organization')
  })

  it('is unknown where the subtype tells nothing, or both', () => {
    expect(typeOf('همکار')).toBeUndefined()
    expect(typeOf('حقیقی و حقوقی')).toBeUndefined()
  })

  it.each([
    ['Person', 'person'],
    ['organization', 'organization'],
    ['حقیقی', 'person'],
    ['حقوقي', 'organization'],
  ])('is read from the identityType %s', (identityType, type) => {
    expect(changeOf(post({ identityId: id, identityType })).type).toBe(type)
  })

  it.each(['1', 1, '2', 2, '۱', ' 2 '])('is unknown where identityType is the number %s', (identityType) => {
    expect(changeOf(post({ identityId: id, identityType }))).not.toHaveProperty('type')
  })

  it('is read from the subtype where identityType is a number', () => {
    expect(changeOf(post({ identityId: id, identityType: 1, subtype: 'مخاطب حقوقی' })).type).toBe('organization')
  })

  it('is unknown where identityType is null or empty', () => {
    expect(changeOf(post({ identityId: id, identityType: null }))).not.toHaveProperty('type')
    expect(changeOf(post({ identityId: id, identityType: '' }))).not.toHaveProperty('type')
  })

  it('is refused where identityType is something else', () => {
    expect(pathsOf(post({ identityId: id, identityType: 'Robot' }))).toEqual(['identityType'])
    expect(pathsOf(post({ identityId: id, identityType: 3 }))).toEqual(['identityType'])
  })

  it('is no matter of a document', () => {
    const subtype = encodeURIComponent('فاکتور حقیقی')
    expect(changeOf(get(`event=Insert&id=${id}&subtype=${subtype}`, 'invoice'))).not.toHaveProperty('type')
  })
})

describe('the form of middleware', () => {
  it.each([
    ['identity', { identityId: id, action: 'update' }],
    ['invoice', { invoiceId: id, action: 'update' }],
    ['quote', { quoteId: id, event: 'Update' }],
    ['invoice', { id, event: 'Update' }],
  ] as const)('reads an %s from %o', (kind, body) => {
    expect(changeOf(post(body, kind))).toEqual({ kind, id, event: 'update' })
  })

  it('reads a form as it reads JSON', () => {
    const form = new URLSearchParams({ invoiceId: id, action: 'deleted' })
    expect(changeOf(post(form, 'invoice'))).toEqual({ kind: 'invoice', id, event: 'delete' })
  })

  it('takes the id that is named for the kind where both are there', () => {
    expect(changeOf(post({ id: 'message-7', identityId: id })).id).toBe(id)
  })

  it('does not take the customer of an invoice for the invoice', () => {
    expect(pathsOf(post({ identityId: id, action: 'update' }, 'invoice'))).toEqual(['invoiceId'])
  })

  it('takes a missing action for an update, but no unknown one', () => {
    expect(changeOf(post({ identityId: id })).event).toBe('update')
    expect(pathsOf(post({ identityId: id, action: 'approve' }))).toEqual(['action'])
  })

  it.each([{ nested: id }, [id], true])('refuses %o where text is expected', (value) => {
    expect(issuesOf(post({ identityId: value }))).toEqual([{ path: 'identityId', message: 'is not text' }])
  })

  it.each([[[{ identityId: id }]], [`identityId=${id}`], [null], [undefined], [7]])('refuses the body %o', (body) => {
    expect(pathsOf(post(body))).toEqual(['body'])
  })

  it('finds nothing on a prototype and changes none', () => {
    const body: unknown = JSON.parse(
      `{"__proto__": {"identityId": "${id}"}, "constructor": {"prototype": {"id": "${id}"}}}`,
    )
    expect(pathsOf(post(body))).toEqual(['identityId'])
    expect({}).not.toHaveProperty('identityId')
    expect(pathsOf(post(Object.create({ identityId: id })))).toEqual(['identityId'])
  })
})
