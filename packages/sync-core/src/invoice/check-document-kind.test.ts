import type { Quote } from '@siagh-sync/crm-client'
import { describe, expect, test } from 'vitest'
import { otherKindOfDocument } from './check-document-kind'

const documentOf = (crmObjectTypeIndex?: number): Quote => ({
  crmId: '265d0000-0000-4000-8000-000000000001',
  details: [],
  ...(crmObjectTypeIndex !== undefined && { crmObjectTypeIndex }),
})

test.each([
  ['invoice', 5],
  ['quote', 8],
  ['invoice', undefined],
  ['quote', undefined],
] as const)('a sales %s may have the index %s', (kind, index) => {
  expect(otherKindOfDocument(documentOf(index), kind)).toBeUndefined()
})

describe('is refused, with its name', () => {
  test.each([
    ['invoice', 8, 'is 8, sales quote; a sales invoice has 5'],
    ['quote', 5, 'is 5, sales invoice; a sales quote has 8'],
    ['invoice', 9, 'is 9, receipt; a sales invoice has 5'],
    ['invoice', 15, 'is 15, purchase invoice; a sales invoice has 5'],
    ['invoice', 16, 'is 16, purchase return; a sales invoice has 5'],
    ['invoice', 17, 'is 17, sales return; a sales invoice has 5'],
    ['quote', 18, 'is 18, purchase quote; a sales quote has 8'],
    ['invoice', 23, 'is 23, payment; a sales invoice has 5'],
    ['invoice', 24, 'is 24, identity; a sales invoice has 5'],
    ['invoice', 0, 'is 0, unknown; a sales invoice has 5'],
  ] as const)('%s with the index %s', (kind, index, message) => {
    expect(otherKindOfDocument(documentOf(index), kind)).toMatchObject({
      kind: 'invalid_data',
      issues: [{ path: 'crmObjectTypeIndex', message: expect.stringContaining(message) as unknown }],
    })
  })
})
