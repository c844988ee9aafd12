import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRecorder } from '@siagh-sync/service'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recordingLogger } from '../../test-support/recording-logger'
import { filesOf } from './record-company'

const inPersian = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
const inArabic = (text: string) =>
  text
    .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
    .replaceAll('ی', 'ي')
    .replaceAll('ک', 'ك')
const withEscapes = (text: string) =>
  text.replace(/[\s\S]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
const base64 = (text: string) => Buffer.from(text).toString('base64')

/** The ways in which servers write one text. */
const WRITINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in capitals', (text) => text.toUpperCase()],
  ['in Persian digits', inPersian],
  ['in Arabic letters and digits', inArabic],
  ['in parts of letters', (text) => text.normalize('NFD')],
  ['in percent signs', encodeURIComponent],
  ['in percent signs twice', (text) => encodeURIComponent(encodeURIComponent(text))],
  ['in escapes of JSON', withEscapes],
  ['in references of HTML', (text) => text.replace(/[\s\S]/g, (sign) => `&#${sign.charCodeAt(0)};`)],
  ['in base64', base64],
  ['in base64 for URLs', (text) => Buffer.from(text).toString('base64url')],
  ['in hexadecimal digits', (text) => Buffer.from(text).toString('hex')],
  ['in JSON', (text) => JSON.stringify({ [text]: [text] })],
  ['in JSON in JSON', (text) => JSON.stringify({ a: JSON.stringify({ [text]: text }) })],
  ['in the pairs of a form', (text) => `gn_web_users.fullname=${text}|${text}=1`],
]

/** The places of an exchange in which a text may stand. */
const PLACES: readonly (readonly [string, (text: string) => Exchange])[] = [
  ['a value', (text) => ({ answer: { nickName: text, unheardOf: text } })],
  ['the name of a field', (text) => ({ answer: { [text]: 1, data: [{ [text]: { [text]: text } }] } })],
  ['the pairs of Siagh', (text) => ({ request: { ctrlValues: `a.${text}=1|gn_web_users.fullname=${text}` } })],
  ['a message', (text) => ({ answer: { Description: `شماره موبایل ${text}`, message: text } })],
  ['a page', (text) => ({ answer: `<html><body class="${text}"><h1>${text}</h1></body></html>` })],
  ['broken JSON', (text) => ({ answer: `{"${text}": "${text}` })],
  ['the path', (text) => ({ path: `/api/v2/${encodeURIComponent(text)}/get` })],
  ['the query', (text) => ({ path: `/api/v2/find?${encodeURIComponent(text)}=${encodeURIComponent(text)}` })],
  ['a session', (text) => ({ answer: { SessionId: text, accessToken: text, Password: text } })],
  ['the answer to a login', (text) => ({ path: '/GeneralApi/LoginUser', answer: { UserName: text, Token: text } })],
]

interface Exchange {
  readonly path?: string
  readonly request?: object
  readonly answer?: object | string
  readonly headers?: Readonly<Record<string, string>>
}

const PERSONAL = [
  'زهرا کاشانی‌مهر',
  'کوچه یکم فراهانی پلاک 4711',
  'Farahani',
  'sara.farahani@zanjani-company.ir',
  '09121234567',
  '0012345679',
  '4411223344',
  '2b1f0c6e-77ab-4000-8000-1234567890ab',
  'https://crm.zanjani-company.ir:8443/crm',
  'K7x-Qw93_token.of/Zanjani+12==',
]

async function recordingOf(exchanges: readonly Exchange[]): Promise<string> {
  const parent = mkdtempSync(join(tmpdir(), 'siagh-sync-every-place-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  const logger = recordingLogger()
  const recorder = await openRecorder(join(parent, 'recording'), logger)
  const system = { system: 'crm', baseUrl: 'https://crm.test' } as const
  for (const { path = '/api/v2/crmobject/person/get', request = {}, answer = {}, headers = {} } of exchanges) {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    const call = recorder.fetchOf(system, async () => new Response(text, { headers }))
    await (await call(`https://crm.test${path}`, { method: 'POST', body: JSON.stringify(request) })).text()
    await recorder.idle()
  }
  expect(logger.lines.filter(({ level }) => level === 'error')).toEqual([])
  return [...filesOf(join(parent, 'recording'))].flat().join('\n')
}

/** Every text within a recording, read out of whatever it is written in. */
function readOut(text: string): string {
  const plain = text.replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  const unescaped = plain.replace(/(?:%[0-9a-f]{2})+/gi, (coded) =>
    Buffer.from(coded.replaceAll('%', ''), 'hex').toString(),
  )
  const coded = (text.match(/[\w+/-]{8,}/g) ?? []).flatMap((word) => [
    Buffer.from(word, 'base64').toString(),
    Buffer.from(word, 'hex').toString(),
  ])
  return [text, unescaped, ...coded].join('\n')
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')

/** The words of a text that say something, and its digits in a row. Made-up digits may hold four given ones by chance. */
const tellingIn = (text: string) => {
  const parts = folded(text).match(/\p{L}{4,}|\d{7,}/gu) ?? []
  return parts.filter((part) => !['https', 'token'].includes(part))
}

describe.each(PLACES)('a recording of %s', (_place, at) => {
  it.each(WRITINGS)('holds nothing of what is written %s', async (_writing, write) => {
    const recorded = await recordingOf(PERSONAL.map((text) => at(write(text))))
    const found = folded(readOut(recorded))
    expect(PERSONAL.flatMap(tellingIn).filter((part) => found.includes(part))).toEqual([])
    expect(PERSONAL.map(write).filter((text) => recorded.includes(text))).toEqual([])
  })
})

it.each([
  ['application/vnd.zanjani.crm+json; charset=utf-8', 'application/vnd.unknown+json; charset=utf-8'],
  ['application/json; profile="https://zanjani.ir"; charset="UTF-8"', 'application/json; charset=utf-8'],
  ['text/html; charset=zanjani-1', 'text/html; charset=x-unknown'],
  ['multipart/form-data; boundary=zanjani', 'multipart/form-data'],
  ['zanjani', 'application/octet-stream'],
])('a recording keeps no name in the type of a content: %s', async (given, kept) => {
  const recorded = await recordingOf([{ answer: {}, headers: { 'content-type': given, 'x-zanjani': 'zanjani' } }])
  expect(recorded).not.toMatch(/zanjani/i)
  expect(recorded).toContain(`"content-type": "${kept}"`)
})
