import { describe, expect, it } from 'vitest'
import { createFormCounter, formOfValue } from './answer-forms'

const GUID = '2b1f0c6e-0000-4000-8000-00000000abcd'

describe('the form of', () => {
  it.each([
    ['null', 'null'],
    ['""', 'empty'],
    ['0', 'zero'],
    ['"0"', 'zero'],
    ['12.5', 'number'],
    ['"12.5"', 'number-text'],
    ['true', 'flag'],
    ['"False"', 'flag-text'],
    [`"${GUID}"`, 'guid'],
    [`"${GUID.toUpperCase()}"`, 'guid-capitals'],
    [`"{${GUID}}"`, 'guid-braces'],
    ['"2025-11-20T08:00:00.1230000"', 'time'],
    ['"2025-11-20T08:00:00Z"', 'time-in-utc'],
    ['"2025-11-20T08:00:00+03:30"', 'time-with-offset'],
    ['"2025-11-20"', 'text'],
  ])('%s is %s', (json, expected) => {
    expect(formOfValue(json)).toBe(expected)
  })
})

describe('the forms of an answer', () => {
  const formsOf = (text: string, isCut = false, contentType = 'application/json; charset=utf-8') => {
    const counter = createFormCounter()
    counter.add(new TextEncoder().encode(text), contentType, isCut)
    return counter.forms()
  }

  it('are counted by field, at any depth, and not inside texts', () => {
    const { fields } = formsOf(JSON.stringify({ a: 1, rows: [{ a: '2' }, { a: null, note: '"a": 5, "b": 6' }] }))
    expect(Object.fromEntries(fields)).toEqual({ a: { number: 1, 'number-text': 1, null: 1 }, note: { text: 1 } })
  })

  it('leave out the row that was cut off', () => {
    const { fields } = formsOf('[{"a":1,"b":2},{"a":3,', true)
    expect(Object.fromEntries(fields)).toEqual({ a: { number: 1 }, b: { number: 1 } })
  })

  it('show no encoding where all letters are ASCII', () => {
    expect(formsOf('{"a":"text"}').encodings).toEqual({})
  })

  it('show UTF-8 although the last letter was cut in two', () => {
    const counter = createFormCounter()
    counter.add(new TextEncoder().encode('"سیاق').slice(0, -1), 'application/json;charset=UTF-8', true)
    expect(counter.forms().encodings).toEqual({ 'utf-8': 1 })
  })
})
