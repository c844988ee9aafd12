import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '@siagh-sync/sandbox'
import { KEPT_TEXTS, MESSAGE_WORDS } from '../../packages/service/src/recording/kept-words'
import { filesOf, recordDay } from './record-company'

/** One writing for every text: Persian letters, Latin digits, small letters. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))

const isLeaf = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

/** Every text and number in a value, whatever its field. */
const leavesOf = (value: unknown): readonly string[] => {
  if (isLeaf(value)) return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

// `https`, the ends of addresses such as `.com` the path and the query of a webhook say nothing of anybody.
const kept = new Set([
  'https',
  'com',
  'crm',
  'secret',
  ...[...KEPT_TEXTS].flatMap((text) => folded(text).split(/[^\p{L}]+/u)),
  ...MESSAGE_WORDS,
])
/** Words that the interface itself has: the names of its fields and its paths. */
const ofTheInterface = (text: string) =>
  new Set(
    folded(text)
      .match(/"[a-z_]+":/g)
      ?.map((name) => name.slice(1, -2)),
  )

const personalOf = ({ siagh, crm }: Sandbox, environment: Readonly<Record<string, string>>) =>
  leavesOf([siagh.contacts(), siagh.preInvoices(), crm.identities(), crm.documents(), Object.values(environment)])

const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}/g

/** Words of three letters and more; the letters of ids are looked for by themselves. */
const wordsOf = (texts: readonly string[]) =>
  new Set(
    texts
      .flatMap(
        (text) =>
          folded(text)
            .replace(ID, ' ')
            .match(/\p{L}{3,}/gu) ?? [],
      )
      .filter((word) => !kept.has(word)),
  )

const digitsOnly = (text: string) => folded(text).replace(/(?<=\d)[ ()-]+(?=\d)/g, '')

/** Numbers that are long enough not to come out by chance, without their zeros and the code of the country. */
const numbersOf = (texts: readonly string[]) =>
  new Set(
    texts
      .filter((text) => !/^\d{4}-\d\d-\d\d/.test(text))
      .flatMap((text) => digitsOnly(text).match(/\d{8,}/g) ?? [])
      .map((digits) => digits.replace(/^(0098|98(?=9\d{9}$)|0+)/, ''))
      .filter((digits) => digits.length >= 8),
  )

const idsOf = (texts: readonly string[]) =>
  texts.flatMap((text) => folded(text).match(ID) ?? []).filter((id) => !/^[0-]+$/.test(id))

/** A text as programs write it within other texts. */
const writingsOf = (text: string) => [
  text,
  encodeURIComponent(text),
  encodeURI(text),
  JSON.stringify(text).slice(1, -1),
  Array.from(text)
    .map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join(''),
  Buffer.from(text).toString('base64').replace(/.?=*$/, ''),
  Buffer.from(text).toString('hex'),
]

describe.each([1, 20, 300])('a recording of a day of the company of seed %i', (seed) => {
  it('holds nothing of its people, documents, users, secrets and addresses', async () => {
    const { sandbox, record, environment } = await recordDay(seed)
    const files = filesOf(record)
    const text = [...files.values()].join('\n')
    const plain = folded(
      text.replace(/\\\\?u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    )
    const personal = personalOf(sandbox, environment)
    const found = wordsOf([plain])
    const fields = ofTheInterface(text)

    expect(files.size).toBeGreaterThan(20)
    expect([...files.keys()].filter((name) => name.startsWith('webhook-')).length).toBeGreaterThan(5)
    expect([...wordsOf(personal)].filter((word) => found.has(word) && !fields.has(word))).toEqual([])
    const run = digitsOnly(plain)
    expect([...numbersOf(personal)].filter((digits) => run.includes(digits))).toEqual([])
    const hex = plain.replaceAll('-', '')
    expect(idsOf(personal).filter((id) => hex.includes(id.replaceAll('-', '')))).toEqual([])
    const wholes = personal.filter((value) => [...wordsOf([value])].some((word) => !fields.has(word)))
    expect(wholes.length).toBeGreaterThan(100)
    expect(wholes.filter((whole) => writingsOf(whole).some((writing) => text.includes(writing)))).toEqual([])
  })
})

it('is for the eyes of its owner alone, and its key stands beside the folder', async () => {
  const { record } = await recordDay(5)
  expect(statSync(record).mode & 0o777).toBe(0o700)
  for (const name of filesOf(record).keys()) {
    expect(name).toMatch(/^(siagh|crm|webhook)-[a-z0-9-]+-\d{4}\.json$/)
    expect(statSync(`${record}/${name}`).mode & 0o777).toBe(0o600)
  }
  expect(statSync(`${record}.do-not-send.key`).mode & 0o777).toBe(0o600)
})
