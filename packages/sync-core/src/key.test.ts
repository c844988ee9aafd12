import { describe, expect, it } from 'vitest'
import { foldId, isSameId, normalizeId, readGuid } from './key'

const id = '2b1f0c6e-0000-4000-8000-00000000000a'

/** The forms in which a server may answer an id that it was given. */
const formsOf = (guid: string): string[] => [
  guid,
  guid.toUpperCase(),
  `{${guid}}`,
  `{${guid.toUpperCase()}}`,
  `(${guid})`,
  ` ${guid} `,
  `{ ${guid} }`,
  guid.replaceAll('-', ''),
  guid.replaceAll('-', '').toUpperCase(),
]

describe('normalizeId', () => {
  it.each([id, id.toUpperCase(), `{${id}}`, ` ${id} `])('reads %j', (form) => {
    expect(normalizeId(form)).toBe(id)
  })

  it.each(['', '7', `${id}0`, `{${id}`, `${id}}`, id.replaceAll('-', ''), null, undefined, 7])('refuses %j', (text) => {
    expect(normalizeId(text)).toBeNull()
  })
})

describe('readGuid', () => {
  it.each(formsOf(id))('reads %j', (form) => {
    expect(readGuid(form)).toBe(id)
    expect(isSameId(form, id)).toBe(true)
  })

  it.each(['', '7', `${id}0`, `${id} ${id}`, id.replace('-', ''), 'g'.repeat(32)])('takes %j for no GUID', (text) => {
    expect(readGuid(text)).toBeNull()
  })
})

describe('foldId', () => {
  it('compares other texts without white space around them and without regard to case', () => {
    expect(foldId(' Shop-17 ')).toBe('shop-17')
    expect(isSameId('SHOP-17', 'shop-17')).toBe(true)
    expect(isSameId('SHOP-17', 'SHOP-18')).toBe(false)
  })
})
