import { malformed, type ApiError } from '@siagh-sync/http-client'
import { JSONParser } from '@streamparser/json'
import { err, ok, Result } from 'neverthrow'

/** Reads a JSON array piece by piece. */
export interface ArrayRows {
  /** The rows that are whole by now and were not given yet. */
  readonly take: (chunk: Uint8Array) => Result<readonly unknown[], ApiError>
  /** Nothing more comes: whether that was a whole array. */
  readonly end: () => Result<void, ApiError>
}

const notJson = () => malformed('siagh', '', 'The answer is not JSON')

/**
 * Holds no more than the row that is not whole yet. What it takes for JSON is what `JSON.parse` of the whole text would; a fault is
 * `malformed` with the path `''`.
 */
export function createArrayRows(): ArrayRows {
  // By way of text, so that bytes which are no UTF-8 become U+FFFD, as in an answer that is read whole; the parser refuses them.
  const decoder = new TextDecoder()
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false })
  let rows: unknown[] = []
  let begun = false
  parser.onValue = ({ value }) => rows.push(value)
  const write = Result.fromThrowable((text: string) => parser.write(text), notJson)

  return {
    take: (chunk) => {
      const text = decoder.decode(chunk, { stream: true })
      if (!begun) {
        const first = text.trimStart().at(0)
        if (first !== undefined && first !== '[') return err(isJson(first) ? malformed('siagh', '') : notJson())
        begun = first !== undefined
      }
      return write(text).map(() => {
        const whole = rows
        rows = []
        return whole
      })
    },
    end: () => {
      if (!begun) return err(malformed('siagh', ''))
      return parser.isEnded ? ok(undefined) : err(notJson())
    },
  }
}

/** Whether JSON of another kind than an array may begin so. */
function isJson(first: string): boolean {
  return /[{"\-\dtfn]/.test(first)
}
