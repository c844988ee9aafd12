import type { Anonymiser } from './anonymise-body'
import { anonymousPath } from './anonymise-path'
import { knownContentType } from './content-types'

/** A request to one of the servers and its answer, as they were. */
export interface RawExchange {
  readonly system: 'siagh' | 'crm'
  readonly method: string
  /** Behind the address of the server, with its query. */
  readonly path: string
  readonly requestBody: string | undefined
  readonly status: number
  readonly contentType: string | null
  readonly answer: string
  /** Whether the answer was longer, and is cut. */
  readonly isCut: boolean
}

/** An exchange as it is written down: the form of the exchanges that the clients are tested against. */
export interface RecordedExchange {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
  }
  /** `text` in place of `body`: the answer was no JSON. */
  readonly response: {
    readonly status: number
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: unknown
    readonly text?: string
  }
}

/** Rows of a list that are written down. */
const MOST_ROWS = 100
/** Of a page so much is written down: its beginning shows what kind of page it is. */
const MOST_OF_PAGE = 65_536

/** The exchange with everything replaced that says something of somebody. Headers go, but for the kind of the content. */
export function anonymiseExchange(anonymiser: Anonymiser, raw: RawExchange): RecordedExchange {
  const request = bodyOf(anonymiser, raw.requestBody ?? '')
  const hasBody = raw.requestBody !== undefined && raw.requestBody !== ''
  return {
    request: {
      method: raw.method,
      path: anonymousPath(anonymiser, raw.path),
      ...(hasBody && { headers: { 'content-type': 'application/json' }, body: request.body ?? request.text }),
    },
    response: {
      status: raw.status,
      ...(raw.contentType !== null && { headers: { 'content-type': knownContentType(raw.contentType) } }),
      ...bodyOf(anonymiser, raw.isCut ? wholeRows(raw.answer) : raw.answer),
    },
  }
}

function bodyOf(anonymiser: Anonymiser, text: string): { readonly body?: unknown; readonly text?: string } {
  const parsed = parse(text)
  return parsed === undefined
    ? { text: anonymiser.page(text.slice(0, MOST_OF_PAGE)) }
    : { body: anonymiser.json(firstRows(parsed.json)) }
}

/** The value of a JSON text. `undefined`: the text is no JSON. */
export function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** The first rows of a list, or of the list in a page of a search. */
function firstRows(json: unknown): unknown {
  if (Array.isArray(json)) return json.slice(0, MOST_ROWS)
  if (typeof json !== 'object' || json === null || !('data' in json) || !Array.isArray(json.data)) return json
  return { ...json, data: json.data.slice(0, MOST_ROWS) }
}

/** The rows of a list of objects that are whole, where the end of the list is missing. */
function wholeRows(text: string): string {
  let [depth, end, isText] = [0, 0, false]
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place]
    if (isText && sign === '\\') place += 1
    else if (sign === '"') isText = !isText
    else if (!isText && (sign === '{' || sign === '[')) depth += 1
    else if (!isText && (sign === '}' || sign === ']')) {
      depth -= 1
      if (depth === 1) end = place + 1
    }
  }
  return end === 0 || !text.trimStart().startsWith('[') ? '' : `${text.slice(0, end)}]`
}
