/** The result of scanning a piece of text. */
interface Scanned {
  /** The place of the last comma between two rows. `undefined`: no row ends in this piece. */
  readonly end: number | undefined
  /** There is text after the array. */
  readonly isBroken: boolean
}

/** Finds the ends of rows in the text of an array. The text comes in pieces and begins after the opening bracket. */
export interface RowScan {
  readonly take: (text: string) => Scanned
  /** Whether the array's closing bracket was seen. */
  readonly isClosed: () => boolean
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const squareOpen = 0x5b
const squareClose = 0x5d
const curlyOpen = 0x7b
const curlyClose = 0x7d

/** Creates a scan. It counts brackets outside of strings. `JSON.parse` of the rows checks whether they match. */
export function createRowScan(): RowScan {
  let depth = 1
  let isText = false
  let isEscaped = false

  /** Reads a character inside a string. */
  const passText = (code: number) => {
    if (isEscaped) isEscaped = false
    else if (code === backslash) isEscaped = true
    else if (code === quote) isText = false
  }
  return {
    take: (text) => {
      let end: number | undefined
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at)
        if (isText) passText(code)
        else if (depth === 0) {
          if (!isBlank(code)) return { end, isBroken: true }
        } else if (code === quote) isText = true
        else if (code === squareOpen || code === curlyOpen) depth += 1
        else if (code === squareClose || code === curlyClose) {
          // Only a square bracket can end the array itself.
          if (depth === 1 && code === curlyClose) return { end, isBroken: true }
          depth -= 1
        } else if (code === comma && depth === 1) end = at
      }
      return { end, isBroken: false }
    },
    isClosed: () => depth === 0,
  }
}

/** White space of JSON. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}
