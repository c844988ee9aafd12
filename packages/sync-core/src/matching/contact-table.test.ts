import { describe, expect, it } from 'vitest'
import { listedRow } from '../../test/listed-row'
import { createContactTable } from './contact-table'
import { createPlainRows } from './rows'

const id = (number: number) => `7b0c3a52-0000-4000-8000-${String(number).padStart(12, '0')}`
describe.each([
  ['packed', () => createContactTable()],
  ['plain', () => createContactTable(createPlainRows())],
])('a contact table of %s rows', (_rows, createTable) => {
  it('finds a contact by everything that names it, however the ids are written', () => {
    const table = createTable()
    table.add(listedRow(5, id(5), id(105)))
    table.add(listedRow(6, id(6)))
    expect(table.byCode(5)?.RecordId).toBe(id(5))
    expect(table.byRecordId(`{${id(6).toUpperCase()}}`)?.Code).toBe(6)
    expect(table.byTmpid(id(105).toUpperCase()).map(({ Code }) => Code)).toEqual([5])
    expect([table.hasCode(6), table.hasCode(7)]).toEqual([true, false])
    expect([table.byCode(7), table.byRecordId(id(7)), table.byTmpid(id(7))]).toEqual([undefined, undefined, []])
  })

  it('counts the later of two rows with one code, under the number of the earlier one', () => {
    const table = createTable()
    expect([
      table.add(listedRow(5, id(5), id(105))),
      table.add(listedRow(6, id(6))),
      table.add(listedRow(5, id(7))),
    ]).toEqual([0, 1, 0])
    expect(table.length()).toBe(2)
    expect([...table.rows()].map(({ RecordId }) => RecordId)).toEqual([id(7), id(6)])
    expect(table.byRecordId(id(5))).toBeUndefined()
    expect(table.byTmpid(id(105))).toEqual([])
    expect(table.at(0)).toMatchObject({ Code: 5, RecordId: id(7) })
  })

  it('knows when two contacts have one RecordId, and when one contact is listed twice', () => {
    const table = createTable()
    table.add(listedRow(5, id(5)))
    table.add(listedRow(5, id(5)))
    expect(table.isRecordIdShared(id(5))).toBe(false)
    table.add(listedRow(6, id(5).toUpperCase()))
    expect(table.isRecordIdShared(id(5))).toBe(true)
  })

  it('gives all contacts that carry one tmpid', () => {
    const table = createTable()
    expect(table.showsTmpid).toBe(false)
    table.add(listedRow(5, id(5), id(100)))
    table.add(listedRow(6, id(6), id(100)))
    expect(table.byTmpid(id(100)).map(({ Code }) => Code)).toEqual([5, 6])
    expect(table.showsTmpid).toBe(true)
  })

  it('has no contact that was not put in', () => {
    expect(() => createTable().at(0)).toThrow(RangeError)
  })
})
