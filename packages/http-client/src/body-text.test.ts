import { describe, expect, it } from 'vitest'
import { createBodyText } from './body-text'
import { expectErr, expectOk } from '../../../test-support/results'

/** «شرکت نمونه» in windows-1256, where ک and ی have places of their own. */
const arabic = Uint8Array.of(0xd4, 0xd1, 0x98, 0xca)
const name = 'شرکت'

function readAll(bytes: Uint8Array, type: string | undefined, pieceBytes = 1) {
  const text = createBodyText(new Headers(type === undefined ? {} : { 'content-type': type }))
  let all = ''
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const piece = text.take(bytes.subarray(start, start + pieceBytes))
    if (piece.isErr()) return piece
    all += piece.value
  }
  return text.end().map((last) => all + last)
}
/** The bytes of windows-1256, by the letter. */
const inArabic = new Map(
  Array.from({ length: 128 }, (_, place) => [
    new TextDecoder('windows-1256').decode(Uint8Array.of(128 + place)),
    128 + place,
  ]),
)
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isLittle ? bytes : bytes.swap16()
}

describe('the text of a body', () => {
  it.each([
    ['application/json; charset=windows-1256'],
    ['application/json;charset="Windows-1256"'],
    ['text/html; boundary=x; Charset = cp1256 ; q=1'],
    ["application/json; charset='windows-1256'"],
  ])('is read by the charset of %j', (type) => {
    expect(expectOk(readAll(arabic, type))).toBe(name)
  })

  it.each([undefined, 'application/json', 'application/json; charset=', 'application/json; charset=utf8'])(
    'is UTF-8 where the type is %j',
    (type) => {
      expect(expectOk(readAll(utf8(name), type))).toBe(name)
    },
  )

  it.each([
    ['UTF-8', utf8(`\uFEFF${name}`)],
    ['UTF-16, the low byte first', utf16(name, true)],
    ['UTF-16, the high byte first', utf16(name, false)],
  ])('is read by its byte order mark, which is left out, before any charset: %s', (_what, bytes) => {
    expect(expectOk(readAll(bytes, 'application/json; charset=windows-1256'))).toBe(name)
  })

  it.each(['windows-1256', 'ISO-8859-1', 'us-ascii', 'iso-8859-6', 'latin1'])(
    'is UTF-8 where it is Persian in UTF-8 and the server calls it %s',
    (charset) => {
      for (const pieceBytes of [1, 2, 5, 100_000]) {
        const long = `[${' '.repeat(2_000)}{"Name":"${name}","City":"تهران"}]`
        expect(expectOk(readAll(utf8(long), `application/json; charset=${charset}`, pieceBytes))).toBe(long)
      }
    },
  )

  it.each([
    ['a name', 'علي رضا پور'],
    ['words that are UTF-8 by chance', 'سگ تک رگ'],
    ['nothing but ASCII', '{"a":1}'],
    ['one letter at the end', `${'x'.repeat(300)}غ`],
    ['a letter far behind', `${' '.repeat(70_000)}علي`],
  ])('stays in its own charset where it is really that: %s', (_what, text) => {
    const bytes = Uint8Array.from(Array.from(text, (letter) => inArabic.get(letter) ?? letter.charCodeAt(0)))
    for (const pieceBytes of [1, 3, 100_000].filter((size) => size > 1 || text.length < 1_000)) {
      expect(expectOk(readAll(bytes, 'application/json; charset=windows-1256', pieceBytes))).toBe(text)
    }
  })

  it.each([1, 2, 3, 7])('is the same in pieces of %i bytes', (pieceBytes) => {
    const text = '{"Name":"رضا 😀"}'
    expect(expectOk(readAll(utf8(text), undefined, pieceBytes))).toBe(text)
  })

  it.each([
    ['windows-1256 without a word of it', arabic, undefined],
    ['half a character at the end', utf8('ر').subarray(0, 1), undefined],
    ['half a character between others', Uint8Array.of(0x22, 0xd8, 0x22), 'application/json; charset=utf-8'],
    ['half a unit of UTF-16', Uint8Array.of(0xff, 0xfe, 0x41), undefined],
  ])('is an error where the body is %s', (_what, bytes, type) => {
    expect(expectErr(readAll(bytes, type))).toMatch(/^The answer is no valid text in its charset \(utf-(8|16le)\)$/)
  })

  it('keeps a U+FFFD that the server itself has stored', () => {
    expect(expectOk(readAll(utf8('a\uFFFDb'), undefined))).toBe('a\uFFFDb')
  })

  it('names a charset that is not known, and no more of it than a name has', () => {
    const error = (type: string) => expectErr(readAll(utf8('{}'), type))
    expect(error('application/json; charset=x-mac-farsi')).toBe(
      'The answer is in a charset that is not known (x-mac-farsi)',
    )
    expect(error(`application/json; charset="${'<b> '.repeat(30)}"`)).toHaveLength(47 + 40)
  })

  it('is empty where the body is', () => {
    expect(expectOk(readAll(new Uint8Array(), 'application/json'))).toBe('')
  })
})
