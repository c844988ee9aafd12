import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { describe, expect, it } from 'vitest'
import { contactList } from './contact-list'
import { doubted, doubtOf } from './doubt-list'

const recordId = (code: number) => `7b0c3a52-0000-4000-8000-${String(code).padStart(12, '0')}`
const rows = (count: number): SiaghUser[] =>
  Array.from({ length: count }, (_, place) => ({
    Code: place + 1,
    RecordId: recordId(place + 1),
    IsActive: true,
    IsAdminUser: false,
    TowardType: false,
  }))
const mapped = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => ({
    code: String(from + place),
    recordId: recordId(from + place),
  }))

const listed = (some: readonly SiaghUser[], unreadable: readonly UnreadableRow[] = []) =>
  doubted(contactList(some, unreadable), some.length)

describe('doubtOf', () => {
  it.each([
    ['a row that names it and cannot be read', [{ code: 1 }, { recordId: recordId(2) }, { code: 3 }], undefined],
    ['rows that name nobody, as many as are missing', [{}, {}, {}], undefined],
    ['one row that names nobody', [{}], 'lacks 5 of 6'],
  ])('counts %s', (_what, odd, doubt) => {
    const unreadable = odd.map((ids, index) => ({ index, field: '', ...ids }))
    const told = doubtOf(listed([], unreadable), { mapped: mapped(1, odd.length === 1 ? 6 : 3), size: 0 }, 0.8)
    if (doubt === undefined) expect(told).toBeUndefined()
    else expect(told?.message).toContain(doubt)
  })

  it.each([
    ['an empty list where nothing is known', 0, [], 0, undefined],
    ['an empty list where one contact is known', 0, mapped(1, 1), 0, 'is empty'],
    ['an empty list where there was one a short time ago', 0, [], 5, 'is empty'],
    ['the first 10 of 1,000 where 20 others are known', 10, mapped(11, 30), 0, 'lacks 20 of 20'],
    ['the first 10 of 1,000 where nothing is known', 10, [], 0, undefined],
    ['the first 10 of 1,000 that were read a short time ago', 10, [], 1_000, 'has 10 contacts, and had 1000'],
    ['a list that lacks a fifth of what is known', 16, mapped(1, 20), 0, undefined],
    ['a list that lacks more than a fifth', 15, mapped(1, 20), 0, 'lacks 5 of 20'],
    ['a small company that deleted both of its contacts', 1, mapped(7, 8), 3, undefined],
    ['a list that grew', 30, mapped(1, 20), 20, undefined],
  ] as const)('of %s', (_what, count, known, size, doubt) => {
    const told = doubtOf(listed(rows(count)), { mapped: known, size }, 0.8)
    if (doubt === undefined) expect(told).toBeUndefined()
    else expect(told?.message).toContain(doubt)
  })

  it('believes every list where the rule says so, but no empty one', () => {
    expect(doubtOf(listed(rows(1)), { mapped: mapped(2, 20), size: 500 }, 0)).toBeUndefined()
    expect(doubtOf(listed([]), { mapped: mapped(2, 20), size: 500 }, 0)?.message).toContain('empty')
  })
})
