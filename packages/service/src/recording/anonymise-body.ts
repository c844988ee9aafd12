import { AMOUNT_NAMES, disguiseAmounts, isDocument, isObject, scaled, type JsonObject, type LineDisguise } from './disguise-amounts'
import { KEPT_FORMS, KEPT_NAMES, KEPT_NUMBERS, KEPT_TEXTS, KNOWN_FIELDS, MESSAGES, MESSAGE_WORDS, QUANTITIES } from './kept-words'
import { madeUpDigits } from './made-up-digits'
import { createTextMaker } from './made-up-text'
import type { SecretOrder } from './secret-order'
import { createShiftTime } from './shift-time'

/** Replaces everything that says something of somebody. */
export interface Anonymiser {
  /** A value of JSON, of the same structure. */
  readonly json: (value: unknown) => unknown
  /** A text that is no JSON, such as an error page. */
  readonly page: (text: string) => string
  /** A part of a path or a query. */
  readonly text: (text: string) => string
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z_]{0,60}\d{0,2}$/
const BIRTH = /birth|تولد/i
const PASSWORD = /^password$/i
const SECRET = /token|session|secret|cookie|authorization/i
/** The tags of an error page. A tag in an answer shows the client that the answer is a page. */
const TAG = /<(?:!doctype html|\/?(?:html|head|title|body|h[1-6]|p|div|br|hr|b|i|pre|form|script|style))\b/gi
/** A password is not made up of the real one: a text of one's own says nothing of it. */
const NO_PASSWORD = 'made-up'
/** More lines are not remembered. */
const MOST_LINES = 2_000

/** Makes an anonymiser. The same key gives the same made-up value for the same value. */
export function createAnonymiser(order: SecretOrder): Anonymiser {
  const shift = createShiftTime(order)
  const maker = createTextMaker(order, shift)
  const lines: LineDisguise[] = []
  const isKnown = (word: string) => MESSAGE_WORDS.has(word.toLowerCase())

  const text = (value: string, name: string): string => {
    if (value === '' || isKept(value, name)) return value
    if (PASSWORD.test(name)) return /^[0-9A-F]{32}$/.test(value) ? '0'.repeat(32) : NO_PASSWORD
    if (SECRET.test(name)) return maker.secret(value)
    if (BIRTH.test(name)) return shift.birth(value)
    const inner = jsonIn(value)
    if (inner !== undefined) return JSON.stringify(json(inner, name))
    if (name === 'ctrlValues' || name === 'parameters') return pairs(value)
    return maker.text(value, MESSAGES.has(name) ? isKnown : undefined)
  }
  const pairs = (value: string): string =>
    value
      .split('|')
      .map((pair) => {
        const [name = '', ...rest] = pair.split('=')
        const own = name.split('.').at(-1) ?? name
        const isName = name.split('.').every((part) => IDENTIFIER.test(part))
        return rest.length === 0 ? maker.text(pair) : `${isName ? name : maker.text(name)}=${text(rest.join('='), own)}`
      })
      .join('|')
  const number = (value: number, name: string): number => {
    if (value === 0 || isKeptNumber(value, name)) return value
    const [whole = '', rest = ''] = String(value).split('e')
    return Number(`${madeUpNumber(order, whole)}${rest === '' ? '' : `e${rest}`}`)
  }
  const json = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return text(value, name)
    if (typeof value === 'number') return number(value, name)
    if (Array.isArray(value)) return value.map((item: unknown) => json(item, name))
    return isObject(value) ? object(value, name) : value
  }
  const object = (value: JsonObject, name: string): JsonObject => {
    if (!isDocument(value)) return fields(value, rowAmounts(value, lines) ?? {}, name)
    const disguised = disguiseAmounts(order, value)
    lines.unshift(...disguised.lines)
    lines.length = Math.min(lines.length, MOST_LINES)
    const details = (disguised.document['details'] as readonly JsonObject[]).map((line) => fields(line, amountsIn(line), ''))
    return fields(value, { ...amountsIn(disguised.document), details }, '')
  }
  const fields = (value: JsonObject, made: JsonObject, parent: string): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const isName = IDENTIFIER.test(name)
        // A cell of a row of Siagh holds its value as `newValue`: what it is says the name of the cell.
        const meaning = name === 'oldValue' || name === 'newValue' ? parent : name
        return [isName ? name : maker.text(name), name in made ? made[name] : json(item, meaning)]
      }),
    )
  return {
    json: (value) => json(value, ''),
    page: (page) => tagged(page, (piece) => maker.text(piece, isKnown)),
    text: (piece) => maker.text(piece),
  }
}

function isKept(value: string, name: string): boolean {
  if (KEPT_TEXTS.has(value) || KEPT_FORMS.some((form) => form.test(value))) return true
  if (KEPT_NUMBERS.has(name)) return /^\d{1,4}(\.\d+)?$/.test(value)
  return KEPT_NAMES.has(name) && /^[A-Z][A-Za-z]{0,40}$/.test(value) && KNOWN_FIELDS.has(value)
}

function isKeptNumber(value: number, name: string): boolean {
  return QUANTITIES.has(name) || (KEPT_NUMBERS.has(name) && Math.abs(value) < 10_000)
}

/** The amounts of a document that were changed already. */
function amountsIn(changed: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(changed).filter(([name, value]) => AMOUNT_NAMES.has(name) && typeof value === 'number'),
  )
}

/** Price and discount of a row of Siagh, as the line of the CRM's document was changed that the row was made from. */
function rowAmounts(row: JsonObject, lines: readonly LineDisguise[]): JsonObject | undefined {
  const newValue = (name: string) => (isObject(row[name]) ? row[name]['newValue'] : undefined)
  const [price, discount] = [newValue('price'), newValue('mabtakhfif')]
  if (typeof price !== 'number') return undefined
  const line = lines.find(
    (one) => one.price === price && String(one.code) === String(newValue('codekala')) && one.count === newValue('qty'),
  )
  if (line === undefined) return undefined
  const cell = (value: number) => ({ oldValue: null, newValue: value })
  return {
    price: cell(scaled(price, line.factor) + line.added),
    ...(typeof discount === 'number' && { mabtakhfif: cell(scaled(discount, line.factor)) }),
  }
}

function madeUpNumber(order: SecretOrder, written: string): string {
  const [whole = '', fraction] = written.split('.')
  const made = madeUpDigits(order, whole)
  return fraction === undefined ? made : `${made}.${madeUpDigits(order, fraction)}`
}

/** A text that is itself an object or a list of JSON. */
function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function tagged(page: string, make: (piece: string) => string): string {
  const tags = page.match(TAG) ?? []
  return page
    .split(TAG)
    .map((piece, index) => make(piece) + (tags[index] ?? ''))
    .join('')
}
