import { expect, it } from 'vitest'
import { decodeText, encodeText } from './encode-text'

const texts = ['', '~', '~~', '~7e~', 'a:b', 'identity/1', 'شرکت', '👩‍👩‍👧🧾', '\0', '\ud800', '{a}', ' ', 'A_b.c/d-e']

it('leaves usual keys as they are', () => {
  expect(encodeText('identity/8f14e45f-ceea-467f')).toBe('identity/8f14e45f-ceea-467f')
})

it('spells every text in plain characters, each in a way of its own that leads back', () => {
  const spelled = texts.map(encodeText)
  for (const text of spelled) expect(text).toMatch(/^[\w./~-]+$/)
  expect(new Set(spelled).size).toBe(texts.length)
  expect(spelled.map(decodeText)).toEqual(texts)
})
