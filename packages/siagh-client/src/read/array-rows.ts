import { malformed, type ApiError } from '@siagh-sync/http-client'
import { err, ok, Result } from 'neverthrow'
import { createRowScan } from './row-scan'

/** Reads a JSON array piece by piece. */
export interface ArrayRows {
  /** The rows that are complete now and were not returned before. */
  readonly take: (text: string) => Result<readonly unknown[], ApiError>
  /** Ends the text and returns the last row, if the array is complete. */
  readonly end: () => Result<readonly unknown[], ApiError>
}

/** A row is about 1 kB on a live installation. */
const longestRow = 4 * 1024 * 1024

const notJson = () => malformed('siagh', '', 'The answer is not JSON')
const noList = () => malformed('siagh', '')

const parseRows = Result.fromThrowable((text: string) => JSON.parse(`[${text}]`) as readonly unknown[], notJson)

/**
 * Creates a reader of an array. It keeps only the row that is not complete yet. It accepts the same text as
 * `JSON.parse`. An error is `malformed` with the path `''`.
 */
export function createArrayRows(): ArrayRows {
  const scan = createRowScan()
  let begun = false
  let rest = ''
  let given = 0

  const rowsOf = (text: string): Result<readonly unknown[], ApiError> =>
    parseRows(text).andThen((rows) => {
      given += rows.length
      return ok(rows)
    })
  const takeRows = (text: string): Result<readonly unknown[], ApiError> => {
    const { end, isBroken } = scan.take(text)
    if (isBroken) return err(notJson())
    if (end === undefined) rest += text
    const whole = end === undefined ? undefined : rest + text.slice(0, end)
    if (end !== undefined) rest = text.slice(end + 1)
    if (rest.length > longestRow) return err(malformed('siagh', String(given), 'A row is longer than the limit'))
    if (whole === undefined) return ok([])
    // Between two commas, or before the first one, a row is missing.
    return isBlank(whole) ? err(notJson()) : rowsOf(whole)
  }
  return {
    take: (text) => {
      if (begun) return takeRows(text)
      const list = text.trimStart()
      if (list === '') return ok([])
      if (!list.startsWith('[')) return err(isJson(list.charAt(0)) ? noList() : notJson())
      begun = true
      return takeRows(list.slice(1))
    },
    end: () => {
      if (!begun) return err(noList())
      const last = scan.isClosed() ? rest.trimEnd().slice(0, -1) : undefined
      if (last === undefined) return err(notJson())
      if (isBlank(last)) return given === 0 ? ok([]) : err(notJson())
      return rowsOf(last)
    },
  }
}

function isBlank(text: string): boolean {
  return /^[ \n\r\t]*$/.test(text)
}

/** Whether JSON that is no array may begin with this character. */
function isJson(first: string): boolean {
  return /[{"\-\dtfn]/.test(first)
}
