import { isObject, type JsonObject } from './amount-readings'
import { AMOUNT_NAMES, disguiseAmounts, isDocument, type LineDisguise } from './disguise-amounts'
import {
  EVENT_WORDS,
  EVENTS,
  KEPT_FORMS,
  KEPT_NAMES,
  KEPT_NUMBERS,
  KEPT_TEXTS,
  KNOWN_FIELDS,
  MESSAGES,
  MESSAGE_WORDS,
  QUANTITIES,
} from './kept-words'
import { inDigitsOf, latinDigits, madeUpDigits } from './made-up-digits'
import { keyIn, withMadeUpKeys } from './made-up-keys'
import { createTextMaker, type TextMaker } from './made-up-text'
import { rowAmounts } from './row-amounts'
import type { SecretOrder } from './secret-order'
import { createShiftTime, type ShiftTime } from './shift-time'

/** Replaces everything that says something of somebody. */
export interface Anonymiser {
  /** A value of JSON, of the same structure. */
  readonly json: (value: unknown) => unknown
  /** A text that is no JSON, such as an error page. */
  readonly page: (text: string) => string
  /** A text in a field of this name. */
  readonly field: (value: string, name: string) => string
  /** A part of a path. */
  readonly text: (text: string) => string
}

const BIRTH = /birth|tavall?od|تولد/i
const PASSWORD = /passw(?:or)?d|^(?:pass|pwd)$/i
const SECRET = /token|session|secret|cookie|authorization/i
/** The tags of an error page. A tag in an answer shows the client that the answer is a page. */
const TAG = /<(?:!doctype html|\/?(?:html|head|title|body|h[1-6]|p|div|br|hr|b|i|pre|form|script|style))\b/gi
/** A password is not made up of the real one: a text of one's own says nothing of it. */
const NO_PASSWORD = 'no-real-password'
/** More lines are not remembered. */
const MOST_LINES = 2_000

/** What the values of one recording are made up with. */
interface Making {
  readonly order: SecretOrder
  readonly maker: TextMaker
  readonly shift: ShiftTime
  /** The lines of the documents that were read, the newest first. */
  readonly lines: LineDisguise[]
}

/** Makes an anonymiser. The same key gives the same made-up value for the same value. */
export function createAnonymiser(order: SecretOrder): Anonymiser {
  const shift = createShiftTime(order)
  const maker = createTextMaker(order, shift)
  const making: Making = { order, maker, shift, lines: [] }
  return {
    json: (value) => madeUpJson(making, value, ''),
    page: (page) => tagged(page, (piece) => maker.text(piece, isKnownWord)),
    field: (value, name) => madeUpField(making, value, name),
    text: (piece) => maker.text(piece),
  }
}

/** `name`: the field that holds the value. It says what the value is. */
function madeUpJson(making: Making, value: unknown, name: string): unknown {
  if (typeof value === 'string') return madeUpField(making, value, name)
  if (typeof value === 'number') return madeUpAmount(making, value, name)
  if (Array.isArray(value)) return value.map((item: unknown) => madeUpJson(making, item, name))
  return isObject(value) ? madeUpObject(making, value, name) : value
}

function madeUpField(making: Making, value: string, name: string): string {
  const { maker, shift } = making
  if (value === '') return value
  if (PASSWORD.test(name)) return /^[0-9A-F]{32}$/.test(value) ? '0'.repeat(32) : NO_PASSWORD
  if (SECRET.test(name)) return maker.secret(value)
  if (isKept(value, name)) return value
  if (BIRTH.test(name)) return inDigitsOf(value, shift.birth(latinDigits(value)))
  const inner = jsonIn(value)
  if (inner !== undefined) return JSON.stringify(madeUpJson(making, inner, name))
  if (name === 'ctrlValues' || name === 'parameters') return madeUpPairs(making, value)
  return maker.text(value, MESSAGES.has(name) ? isKnownWord : undefined)
}

/** The pairs of Siagh's forms: `name=value|name=value`. */
function madeUpPairs(making: Making, pairs: string): string {
  const { maker } = making
  const madeUpPair = (pair: string) => {
    const [name = '', ...rest] = pair.split('=')
    if (rest.length === 0) return maker.text(pair)
    const parts = name.split('.')
    const shown = parts.map((part) => keyIn(maker, part)).join('.')
    return `${shown}=${madeUpField(making, rest.join('='), parts.at(-1) ?? name)}`
  }
  return pairs.split('|').map(madeUpPair).join('|')
}

function madeUpAmount({ order }: Making, value: number, name: string): number {
  if (value === 0 || isKeptNumber(value, name)) return value
  const [digits = '', power] = String(value).split('e')
  const [whole = '', fraction] = digits.split('.')
  const made = madeUpDigits(order, whole) + (fraction === undefined ? '' : `.${madeUpDigits(order, fraction)}`)
  return Number(power === undefined ? made : `${made}e${power}`)
}

function madeUpObject(making: Making, value: JsonObject, name: string): JsonObject {
  const { order, lines } = making
  if (!isDocument(value)) return madeUpFields(making, value, rowAmounts(value, lines), name)
  const disguised = disguiseAmounts(order, value)
  lines.unshift(...disguised.lines)
  lines.length = Math.min(lines.length, MOST_LINES)
  const details = (disguised.document['details'] as readonly JsonObject[]).map((line) =>
    madeUpFields(making, line, amountsIn(line), ''),
  )
  return madeUpFields(making, value, { ...amountsIn(disguised.document), details }, '')
}

/** `made`: the fields that are made up already. */
function madeUpFields(making: Making, value: JsonObject, made: JsonObject, parent: string): JsonObject {
  return withMadeUpKeys(making.maker, value, (name, item) => {
    // A cell of a row of Siagh holds its value as `newValue`: what it is says the name of the cell.
    const meaning = name === 'oldValue' || name === 'newValue' ? parent : name
    return Object.hasOwn(made, name) ? made[name] : madeUpJson(making, item, meaning)
  })
}

function isKnownWord(word: string): boolean {
  return MESSAGE_WORDS.has(word.toLowerCase().replace(/[يى]/g, 'ی').replaceAll('ك', 'ک'))
}

function isKept(value: string, name: string): boolean {
  if (KEPT_TEXTS.has(value) || KEPT_FORMS.some((form) => form.test(value))) return true
  if (KEPT_NUMBERS.has(name) && /^\d{1,4}(\.\d{1,4})?$/.test(latinDigits(value.trim()))) return true
  if (EVENTS.has(name) && EVENT_WORDS.has(value.trim().toLowerCase())) return true
  return KEPT_NAMES.has(name) && /^[A-Z][A-Za-z]{0,40}$/.test(value) && KNOWN_FIELDS.has(value)
}

function isKeptNumber(value: number, name: string): boolean {
  if (name === 'order') return value <= 1
  return QUANTITIES.has(name) || (KEPT_NUMBERS.has(name) && Math.abs(value) < 10_000)
}

/** The amounts of a document that were changed already. */
function amountsIn(changed: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(changed).filter(([name, value]) => AMOUNT_NAMES.has(name) && typeof value === 'number'),
  )
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
