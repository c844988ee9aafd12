/** In which form the value of a field is written. */
export type ValueForm =
  | 'null'
  | 'empty'
  | 'zero'
  | 'number'
  | 'number-text'
  | 'flag'
  | 'flag-text'
  | 'guid'
  | 'guid-capitals'
  | 'guid-braces'
  | 'time'
  | 'time-with-offset'
  | 'time-in-utc'
  | 'text'

/** How answers are encoded, and what their header says of that. */
export type EncodingForm = 'utf-8' | 'utf-8-with-bom' | 'utf-8-undeclared' | 'utf-8-declared-otherwise' | 'not-utf-8'

/** How often each form occurs. */
export interface AnswerForms {
  /** By the name of the field, wherever the field stands. */
  readonly fields: ReadonlyMap<string, Readonly<Partial<Record<ValueForm, number>>>>
  readonly encodings: Readonly<Partial<Record<EncodingForm, number>>>
}

/** Counts forms. Keeps no value. */
export interface FormCounter {
  /** The beginning of an answer. `isCut`: there is more of it. */
  readonly add: (bytes: Uint8Array, contentType: string, isCut: boolean) => void
  readonly forms: () => AnswerForms
}

const FIELD = /"(\w+)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/g

/** Starts to count. */
export function createFormCounter(): FormCounter {
  const fields = new Map<string, Partial<Record<ValueForm, number>>>()
  const encodings: Partial<Record<EncodingForm, number>> = {}
  return {
    add(bytes, contentType, isCut) {
      const encoding = encodingOf(bytes, contentType)
      if (encoding) encodings[encoding] = (encodings[encoding] ?? 0) + 1
      // Names of fields, numbers, dates and ids are ASCII in every encoding.
      const text = new TextDecoder('latin1').decode(bytes)
      for (const [, name = '', value = ''] of (isCut ? withoutLastRow(text) : text).matchAll(FIELD)) {
        const form = formOfValue(value)
        const counts = fields.get(name) ?? {}
        counts[form] = (counts[form] ?? 0) + 1
        fields.set(name, counts)
      }
    },
    forms: () => ({ fields, encodings }),
  }
}

/** The last row is not whole: the fields that are cut off are not missing. */
function withoutLastRow(text: string): string {
  return text.slice(0, text.lastIndexOf('}') + 1)
}

/** `undefined`: an answer of ASCII alone shows no encoding. */
function encodingOf(bytes: Uint8Array, contentType: string): EncodingForm | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-with-bom'
  if (bytes.every((byte) => byte < 0x80)) return undefined
  if (!isUtf8(bytes)) return 'not-utf-8'
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]
  if (charset === undefined) return 'utf-8-undeclared'
  return /^utf-?8$/i.test(charset) ? 'utf-8' : 'utf-8-declared-otherwise'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // `stream`: the last letter may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

const FORMS: readonly (readonly [ValueForm, RegExp])[] = [
  ['null', /^null$/],
  ['empty', /^""$/],
  ['zero', /^"?-?0(?:\.0+)?"?$/],
  ['flag', /^(?:true|false)$/],
  ['flag-text', /^"(?:true|false)"$/i],
  ['number', /^-?\d/],
  ['number-text', /^"-?\d+(?:\.\d+)?"$/],
  ['guid', /^"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"$/],
  ['guid-capitals', /^"[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}"$/],
  ['guid-braces', /^"\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}"$/i],
  ['time', /^"\d{4}-\d\d-\d\dT[\d:.]+"$/],
  ['time-in-utc', /^"\d{4}-\d\d-\d\dT[\d:.]+Z"$/i],
  ['time-with-offset', /^"\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:?\d\d"$/],
]

/** The form of a value as it stands in JSON. Exported for its table of cases. */
export function formOfValue(json: string): ValueForm {
  return FORMS.find(([, pattern]) => pattern.test(json))?.[0] ?? 'text'
}
