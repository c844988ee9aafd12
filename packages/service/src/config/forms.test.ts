import { describe, expect, it } from 'vitest'
import { inEnglish } from '../messages/service-messages'
import { fromText } from './fault-text'
import { address, databaseUrl, password, plainText, text, wholeNumber } from './forms'

const told = (schema: typeof text, given: string) =>
  schema.safeParse(given).error?.issues.map(({ message }) => inEnglish(fromText(message))) ?? 'right'

describe('a setting that holds what nobody sees', () => {
  it.each([
    ['U+200F', 'http://10.0.0.5\u200F'],
    ['U+200C', 'http://10.0.0\u200C.5'],
    ['U+00A0', 'http://10.0.0.5\u00A0:80'],
    ['U+00AD', 'http://\u00ADserver'],
    ['U+0009', 'http://10.0\t.0.5'],
  ])('is refused with its code, and with nothing else that may be wrong: %s', (code, given) => {
    expect(told(address('http://10.0.0.5'), given)).toEqual([expect.stringContaining(`invisible character (${code})`)])
    expect(told(plainText, given)).toEqual([expect.stringContaining(`invisible character (${code})`)])
  })

  it('is read without what stands round it, if that is white space', () => {
    expect(address('http://10.0.0.5').parse(' http://10.0.0.5\u00A0\r\n')).toBe('http://10.0.0.5')
    expect(text.parse('\uFEFFacme ')).toBe('acme')
  })

  it('may be a name of Persian words', () => {
    expect(told(text, 'پیام\u200Cگستر')).toBe('right')
    expect(told(text, 'پیام\u200C')).toEqual([expect.stringContaining('U+200C')])
    expect(told(plainText, 'پیام\u200Cگستر')).toEqual([expect.stringContaining('U+200C')])
  })

  it('may be a password, with all but control characters', () => {
    expect(password.parse(' a\u200Cb ')).toBe(' a\u200Cb ')
    expect(told(password, 'hidden-1\r')).toEqual(['holds a line break: put the value on one line'])
    expect(told(password, 'hidden-1\u0000')).toEqual([expect.stringContaining('U+0000')])
    expect(told(password, '')).toEqual(['must not be empty'])
  })
})

describe('digits', () => {
  it('of Persian are told by what is wrong with them', () => {
    const port = wholeNumber(0, 65_535).safeParse('۳۰۰۰')
    expect(inEnglish(fromText(port.error?.issues[0]?.message ?? ''))).toBe('must be written with the digits 0 to 9')
    expect(told(address('http://10.0.0.5'), 'http://۱۰.۰.۰.۵')).toEqual(['must be written with the digits 0 to 9'])
    expect(told(address('http://10.0.0.5'), 'http://10.0.0.5:۸۰')).toEqual(['must be written with the digits 0 to 9'])
  })

  it.each(['0x10', '1e3', '', '3 000', '3,000', true, null, []])('are nothing else than digits: %j', (given) => {
    expect(wholeNumber(0, 65_535).safeParse(given).success).toBe(false)
  })

  it('may have white space round them', () => {
    expect(wholeNumber(0, 65_535).parse(' 3000\r')).toBe(3000)
  })
})

it('the address of a database is told apart without being repeated', () => {
  expect(databaseUrl.safeParse('postgresql://u:hidden-1\u200F@h/d').error?.message).not.toContain('hidden-')
})
