import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createArrayRows } from './array-rows'
import { expectErr } from '../../../../test-support/results'

/** Reads a text that arrives in pieces which end at these places. */
function readPieces(text: string, cuts: readonly number[]): unknown {
  const reader = createArrayRows()
  const rows: unknown[] = []
  const ends = [...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  let start = 0
  for (const end of ends) {
    const taken = reader.take(text.slice(start, end))
    if (taken.isErr()) return taken.error.kind
    rows.push(...taken.value)
    start = end
  }
  return reader.end().match(
    (last) => [...rows, ...last],
    ({ kind }) => kind,
  )
}

/** What reading the whole text at once gives. */
function readWhole(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : 'malformed'
  } catch {
    return 'malformed'
  }
}

const cuts = fc.array(fc.nat(), { maxLength: 6 })
const texts = fc
  .tuple(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.constantFrom(undefined, 2))
  .map(([value, indent]) => JSON.stringify(value, null, indent))

describe('the rows of an array that arrives in pieces', () => {
  it('are those of JSON.parse, wherever the pieces end', () => {
    fc.assert(
      fc.property(texts, cuts, (text, places) => {
        expect(readPieces(text, places)).toEqual(JSON.parse(text))
      }),
      { numRuns: 300 },
    )
  })

  it('are refused where JSON.parse refuses the whole, and not otherwise', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...Array.from('[]{},:"\\ 0-1.e\u0001tn\u00a0\ufffd'))), {
      minLength: 1,
      maxLength: 2,
    })
    fc.assert(
      fc.property(texts, edits, cuts, (text, changes, places) => {
        const letters = Array.from(text)
        for (const [at, letter] of changes) letters[at % letters.length] = letter
        const edited = letters.join('')
        expect(readPieces(edited, places)).toEqual(readWhole(edited))
      }),
      { numRuns: 1_000 },
    )
  })

  it('are none where the text is cut off anywhere', () => {
    const text = '[{"Name":"رضا","Code":3},{"Code":1.5e3,"Tags":[[],{}],"Old":null}]'
    for (let length = 0; length < text.length; length++) {
      expect(readPieces(text.slice(0, length), [])).toBe('malformed')
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
    expect(readPieces(text, [])).toBe('malformed')
  })

  it.each([' \n[1]\r\n', '[1]'])('are read from %j', (text) => {
    expect(readPieces(text, [1, 2])).toEqual([1])
  })

  it('are none where a single row is longer than 4 million characters', () => {
    const reader = createArrayRows()
    expect(reader.take('[1,"').isOk()).toBe(true)
    const piece = 'x'.repeat(65_536)
    const taken = Array.from({ length: 65 }, () => reader.take(piece))
    expect(expectErr(taken.at(-1))).toMatchObject({ kind: 'malformed', path: '1' })
  })

  it('have no prototype from the text', () => {
    const [row] = readPieces('[{"__proto__":{"MobileNo":"1"}}]', []) as [Record<string, unknown>]
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
    expect(row['MobileNo']).toBeUndefined()
  })
})
