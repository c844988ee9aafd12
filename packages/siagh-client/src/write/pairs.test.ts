import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPairs } from '../../test/split-pairs'
import { encodePairs } from './pairs'

// Any text there is, and text that is out to break the string.
const nasty = fc.constantFrom(
  '|',
  '=',
  'b=',
  '|b=0',
  '\r\n',
  '\n',
  '\t',
  '\0',
  '\u0085',
  '\u2028',
  '\u2029',
  '｜',
  '\uD800',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join('')),
)
const value = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(undefined))
const names = ['a', 'b', 'c'] as const

describe('encodePairs', () => {
  it('joins the pairs in their order', () => {
    expect(
      encodePairs([
        ['a', 'x'],
        ['b', 2],
        ['c', undefined],
      ]),
    ).toBe('a=x|b=2|c=')
    expect(
      encodePairs([
        ['a', true],
        ['b', false],
      ]),
    ).toBe('a=1|b=0')
  })

  it('keeps every value, whatever it holds, inside its own pair', () => {
    fc.assert(
      fc.property(fc.tuple(value, value, value), (values) => {
        const alone = names.map((name, index) => splitPairs(encodePairs([[name, values[index]]])))
        const together = splitPairs(encodePairs(names.map((name, index) => [name, values[index]] as const)))
        expect(together.map(([name]) => name)).toEqual(names)
        expect(together).toEqual(alone.flat())
      }),
      { numRuns: 2_000 },
    )
  })

  it('leaves nothing in the string that any reader takes for the end of a line', () => {
    fc.assert(
      fc.property(text, (anything) => {
        expect(encodePairs([['a', anything]])).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
      }),
    )
  })

  it('leaves text alone that holds none of that: Persian letters, half-spaces, direction marks and emoji', () => {
    const name = 'شرکت نمونه‌گستر \u200F(سهامی خاص)\u200E = ۱۲۳ 👨‍👩‍👧 ½'
    expect(splitPairs(encodePairs([['a', name]]))).toEqual([['a', name]])
  })

  it.each([
    ['a bar with its look-alike', 'Ali|gn_web_users.isactive=0', 'Ali¦gn_web_users.isactive=0'],
    ['the bars that a legacy code page turns into one', 'a｜b∣cǀd', 'a¦b¦c¦d'],
    ['a line break with one space', 'line 1\r\nline 2', 'line 1 line 2'],
    ['a separator of Unicode with a space', 'a\u2028b\u2029c\u0085d', 'a b c d'],
    ['NUL and TAB with a space', 'a\0b\tc', 'a b c'],
    ['half a character with nothing', 'a\uD83Db', 'ab'],
  ])('replaces %s', (_what, given, sent) => {
    expect(encodePairs([['a', given]])).toBe(`a=${sent}`)
  })
})
