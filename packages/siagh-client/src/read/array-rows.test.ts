import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createArrayRows } from './array-rows'

/** Reads bytes that arrive in pieces which end at these places. */
function readPieces(bytes: Uint8Array, cuts: readonly number[]): unknown {
  const reader = createArrayRows()
  const rows: unknown[] = []
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  let start = 0
  for (const end of ends) {
    const taken = reader.take(bytes.subarray(start, end))
    if (taken.isErr()) return taken.error.kind
    rows.push(...taken.value)
    start = end
  }
  return reader.end().match(
    () => rows,
    ({ kind }) => kind,
  )
}

/** What reading the whole text at once gives. */
function readWhole(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(value) ? value : 'malformed'
  } catch {
    return 'malformed'
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const cuts = fc.array(fc.nat(), { maxLength: 6 })
const texts = fc
  .tuple(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.constantFrom(undefined, 2))
  .map(([value, indent]) => JSON.stringify(value, null, indent))

describe('the rows of an array that arrives in pieces', () => {
  it('are those of JSON.parse, wherever the pieces end', () => {
    fc.assert(
      fc.property(texts, cuts, (text, places) => {
        expect(readPieces(bytesOf(text), places)).toEqual(JSON.parse(text))
      }),
      { numRuns: 300 },
    )
  })

  it('are refused where JSON.parse refuses the whole, and not otherwise', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...bytesOf('[]{},:"\\ 0-1.e\u0001tn'), 0xd8, 0xff)), {
      minLength: 1,
      maxLength: 2,
    })
    fc.assert(
      fc.property(texts, edits, cuts, (text, changes, places) => {
        const bytes = bytesOf(text)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        expect(readPieces(bytes, places)).toEqual(readWhole(bytes))
      }),
      { numRuns: 1_000 },
    )
  })

  it('are none where the text is cut off anywhere', () => {
    const bytes = bytesOf('[{"Name":"رضا","Code":3},{"Code":1.5e3,"Tags":[[],{}],"Old":null}]')
    for (let length = 0; length < bytes.length; length++) {
      expect(readPieces(bytes.subarray(0, length), [])).toBe('malformed')
    }
  })

  it.each([
    '',
    '  ',
    '{"Message":"x"}',
    '"text"',
    '12',
    'null',
    '<html></html>',
    '[1] [2]',
    '[1],',
    '[1,]',
    '[,1]',
    '[1',
    '[01]',
  ])('are none of %j', (text) => {
    expect(readPieces(bytesOf(text), [])).toBe('malformed')
  })

  it.each(['\uFEFF[1]', ' \n[1]\r\n', '[1]'])('are read from %j', (text) => {
    expect(readPieces(bytesOf(text), [1, 2])).toEqual([1])
  })

  it('have no prototype from the text', () => {
    const [row] = readPieces(bytesOf('[{"__proto__":{"MobileNo":"1"}}]'), []) as [Record<string, unknown>]
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
    expect(row['MobileNo']).toBeUndefined()
  })
})
