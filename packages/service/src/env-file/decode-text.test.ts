import { expect, it } from 'vitest'
import { decodeText, UNREADABLE } from './decode-text'

const TEXT = '# تنظیمات\r\nCOMPANY="پیام\u200Cگستر"\r\n'
const utf16le = (text: string) => Buffer.from(text, 'utf16le')

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16 LE with a mark', utf16le(`\uFEFF${TEXT}`)],
  ['UTF-16 BE with a mark', utf16le(`\uFEFF${TEXT}`).swap16()],
  ['UTF-16 LE without a mark', utf16le(TEXT)],
  ['UTF-16 BE without a mark', utf16le(TEXT).swap16()],
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT)
})

it('marks what is no text in its encoding', () => {
  const windows1256 = Buffer.from([0x43, 0x3d, 0xc8, 0xc7, 0xcf])
  expect(decodeText(windows1256)).toContain(UNREADABLE)
  expect(decodeText(Buffer.concat([utf16le('\uFEFFA=1'), Buffer.from('x')]))).toContain(UNREADABLE)
})

it('does not take a file for UTF-16 that was begun in another encoding', () => {
  const mixed = Buffer.concat([Buffer.from('PORT=1\r\n'), utf16le('COMPANY=a\r\n')])
  expect(decodeText(mixed)).toMatch(/^PORT=1\r\nC\0O/)
})

it('reads nothing of an empty file', () => {
  expect(decodeText(Buffer.alloc(0))).toBe('')
  expect(decodeText(Buffer.from([0]))).toBe('\0')
})
