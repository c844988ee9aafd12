import type { SyncError } from '@siagh-sync/sync-core'
import { expect, it } from 'vitest'
import { refusedIdentity } from './refused-identity'

const refusal = (...fields: readonly string[]): SyncError => ({
  kind: 'rejected',
  retryable: false,
  system: 'crm',
  message: 'HTTP 400',
  reasons: fields.map((field) => ({ field, message: 'no' })),
})

it.each([
  ['no field', [], {}],
  ['the category', ['Categories'], {}],
  ['the category and another field', ['email', 'categories'], { categories: [] }],
])('names the rule where the CRM refused %s', (_what, fields, identity) => {
  expect(refusedIdentity(refusal(...fields), identity)).toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('rule import.categories') as unknown,
    saying: { code: 'identity_without_category' },
  })
})

it.each([
  ['another field', refusal('mobile'), {}],
  ['an identity with a category', refusal(), { categories: [{ key: 'customer' }] }],
  ['a call for lack of a password', { ...refusal(), kind: 'unauthorized' } as SyncError, {}],
])('says nothing of categories where the CRM refused %s', (_what, error, identity) => {
  expect(refusedIdentity(error, identity)).toBe(error)
})
