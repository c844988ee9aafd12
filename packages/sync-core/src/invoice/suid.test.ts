import { expect, test } from 'vitest'
import { suidOf } from './suid'

const key = { company: 'acme', kind: 'invoice', id: '1a6b0000-0000-4000-8000-000000000001' } as const

test('the suid of a document never changes, not even between releases', () => {
  expect(suidOf(key)).toBe('3BEED06672CADFD92AD14ACE26E654A7')
  expect(suidOf({ ...key, id: key.id.toUpperCase() })).toBe(suidOf(key))
})

test('company, kind and id all count', () => {
  const others = [
    { ...key, company: 'other' },
    { ...key, kind: 'quote' as const },
    { ...key, id: '1a6b0000-0000-4000-8000-000000000002' },
  ]
  expect(new Set([key, ...others].map(suidOf)).size).toBe(4)
})
