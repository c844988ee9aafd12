import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import picocolors from 'picocolors'
import { english } from '../../test/english'
import { table } from './table'
import type { Style } from './style'

const file: Style = { colors: picocolors.createColors(false), speech: english }
const terminal = (columns: number): Style => ({ ...file, columns })

const COLUMNS = [{ head: 'code', align: 'right' as const }, { head: 'name' }, { head: 'id', isWhole: true }]
const ID = '2b1f0c6e-0000-4000-8000-000000000001'
const ROWS = [
  ['7', 'علی رضایی', ID],
  // A half-space, and a name with a vowel mark on every letter.
  ['12', 'شرکت پیام\u200Cگستران', ID],
  ['8361', 'مُحَمَّدِ اَمینی', ID],
  ['9', 'Acme 株式会社', ID],
]

/** Where the bars of a line stand on the screen. */
const barsOf = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => stringWidth(line.slice(0, index)))

describe('a table', () => {
  it('has its columns below one another, whatever alphabet and marks are in its cells', () => {
    for (const style of [file, terminal(120)]) {
      const lines = table(style, COLUMNS, ROWS).split('\n')
      expect(lines).toHaveLength(ROWS.length + 2)
      for (const line of lines) expect(barsOf(line)).toEqual(barsOf(lines[0] ?? ''))
    }
  })

  it('counts neither half-spaces nor vowel marks', () => {
    expect(stringWidth('پیام\u200Cگستران')).toBe(10)
    expect(stringWidth('مُحَمَّد')).toBe(4)
    expect(stringWidth('\u2068علی\u2069')).toBe(3)
  })

  it('keeps the direction of each cell to itself on a terminal, so that columns do not change places', () => {
    const cells = table(terminal(120), COLUMNS, ROWS)
    expect(cells).toContain('\u2068علی رضایی\u2069')
    expect(cells).not.toContain(`\u2068${ID}`)
    expect(cells).not.toContain('\u2068Acme\u2069')
  })

  it('is plain text where it is not shown on a terminal', () => {
    expect(table(file, COLUMNS, ROWS)).not.toMatch(/[\u2066-\u2069\u001B]/)
  })

  it('is no wider than the terminal, and shortens no id', () => {
    const lines = table(terminal(64), COLUMNS, [['1', 'نام '.repeat(30), ID]]).split('\n')
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(64)
    expect(lines[2]).toContain(ID)
    expect(lines[2]).toMatch(/…\u2069? +\|/)
  })

  it('shortens nothing elsewhere', () => {
    expect(table(file, [{ head: 'name' }], [['x'.repeat(500)]])).toContain('x'.repeat(500))
  })

  it('lets no cell break the line, open another column, turn the text round or steer the terminal', () => {
    const cell = 'a\nb|c\u202Ed\u001B[31me\u2069f'
    const [, , line = ''] = table(terminal(80), [{ head: 'name' }], [[cell]]).split('\n')
    expect(line).toBe('| a b¦c d [31me f |')
  })

  it('has a line of its own for each row, in the order given', () => {
    expect(
      table(
        file,
        [{ head: 'a' }, { head: 'b', align: 'right' }],
        [
          ['x', '1'],
          ['y', '22'],
        ],
      ),
    ).toBe(['| a |  b |', '| - | -: |', '| x |  1 |', '| y | 22 |'].join('\n'))
  })

  it('is stacked where a column would be narrower than it may be', () => {
    const columns = [
      { head: 'setting', isWhole: true },
      { head: 'value', narrowest: 20 },
    ]
    const rows = [['crm.baseUrl', 'https://crm.example.com/payamgostar']]
    expect(table(terminal(40), columns, rows)).toContain('| crm.baseUrl | https://crm')
    expect(table(terminal(36), columns, rows)).toBe('crm.baseUrl\n    value:\n    https://crm.example.com/payamgostar')
  })
})
