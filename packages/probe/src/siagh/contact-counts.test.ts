import { expect, it } from 'vitest'
import { createContactCounter, formOf } from './contact-counts'
import { meaningOfTowardType } from './judge-contacts'

const GUID = '2b1f0c6e-0000-4000-8000-00000000abcd'

it.each([
  [GUID, 'plain'],
  [GUID.toUpperCase(), 'capitals'],
  [`{${GUID}}`, 'braces'],
  [`${GUID}  `, 'spaces'],
  [GUID.replaceAll('-', ''), 'no-dashes'],
  ['c-17', 'other'],
])('%s is %s', (tmpid, form) => {
  expect(formOf(tmpid)).toBe(form)
})

const row = (Code: number, Name: string, TowardType: boolean, NationalCode = '') => ({
  RecordId: `record-${Code}`,
  Code,
  Name,
  TowardType,
  NationalCode,
  IsActive: true,
  IsAdminUser: false,
})

const PERSON = '0013542419'
const COMPANY = '14003778990'

it.each([
  [
    'straight',
    [row(1, 'علی', false, PERSON), row(2, 'شرکت نمونه', true), row(3, 'نمونه', true, COMPANY)],
    'true-is-organization',
  ],
  [
    'reversed',
    [row(1, 'علی', true, PERSON), row(2, 'شرکت نمونه', false), row(3, 'شركت آزمون', false)],
    'true-is-person',
  ],
  ['both ways', [row(1, 'علی', true, PERSON), row(2, 'شرکت نمونه', true), row(3, 'شرکت آزمون', false)], 'unknown'],
  [
    'persons only',
    [row(1, 'علی', false, PERSON), row(2, 'رضا', false, PERSON), row(3, 'نگار', false, PERSON)],
    'unknown',
  ],
  ['too few', [row(1, 'علی', false, PERSON), row(2, 'شرکت نمونه', true)], 'unknown'],
  ['names that tell nothing', [row(1, 'علی', false), row(2, 'نمونه', true), row(3, 'آزمون', true)], 'unknown'],
])('TowardType is read from codes and names: %s', (_what, rows, expected) => {
  const counter = createContactCounter()
  for (const each of rows) counter.add(each, [])
  expect(meaningOfTowardType(counter.counts())).toBe(expected)
})
