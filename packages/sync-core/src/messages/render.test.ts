import { describe, expect, it } from 'vitest'
import { defineMessages, sayingOf } from './define-messages'
import { render } from './render'
import type { Saying } from './saying'

const messages = defineMessages({
  rows: { en: '{count row/rows} of {file}: {reason}', fa: '{count} ردیف از {file}: {reason}' },
  full: { en: 'the disk is full', fa: 'دیسک پر است' },
  stopped: { en: 'Stopped: {reason}.', fa: 'متوقف شد: {reason}. دوباره امتحان کنید.' },
  ended: { en: 'the disk has ended', fa: 'دیسک تمام شد.' },
  words_of_program: { en: '{words}', fa: 'به گفته سیستم «{words}»' },
})
const saying = sayingOf(messages)

describe('render', () => {
  it('says a message with its parameters, in either language', () => {
    const said = saying('rows', { count: 3, file: 'a.csv', reason: 'x' })
    expect(render(messages, 'en', said)).toBe('3 rows of a.csv: x')
    expect(render(messages, 'fa', said)).toBe('3 ردیف از a.csv: x')
  })

  it('puts a noun behind its number, in one and in many', () => {
    const rows = (count: number) => render(messages, 'en', saying('rows', { count, file: 'f', reason: 'r' }))
    expect([rows(1), rows(0)]).toEqual(['1 row of f: r', '0 rows of f: r'])
  })

  it('says a message within a message in the same language', () => {
    const said = saying('rows', { count: 1, file: 'f', reason: saying('full') })
    expect(render(messages, 'fa', said)).toBe('1 ردیف از f: دیسک پر است')
  })

  it('writes numbers with the given function, and leaves texts such as ids as they are', () => {
    const said = saying('rows', { count: 12, file: '12.csv', reason: 'x' })
    expect(render(messages, 'fa', said, (number) => number.toLocaleString('fa-IR'))).toBe('۱۲ ردیف از 12.csv: x')
  })

  it('ends a sentence with one full stop, whether or not the reason within it brings its own', () => {
    const said = (reason: Saying | string) => saying('stopped', { reason })
    expect(render(messages, 'fa', said(saying('ended')))).toBe('متوقف شد: دیسک تمام شد. دوباره امتحان کنید.')
    expect(render(messages, 'fa', said(saying('full')))).toBe('متوقف شد: دیسک پر است. دوباره امتحان کنید.')
    expect(render(messages, 'en', said('The pool is closed.'))).toBe('Stopped: The pool is closed.')
    expect(render(messages, 'en', said('and so on…'))).toBe('Stopped: and so on….')
  })

  it.each([
    [
      'an English sentence',
      'file is not a database.',
      'متوقف شد: به گفته سیستم «file is not a database». دوباره امتحان کنید.',
    ],
    ['a code', 'ECONNREFUSED', 'متوقف شد: ECONNREFUSED. دوباره امتحان کنید.'],
    ['Persian', 'شماره تکراری است.', 'متوقف شد: شماره تکراری است. دوباره امتحان کنید.'],
  ])('marks the words of another program in a Persian sentence where they are English: %s', (_, reason, said) => {
    expect(render(messages, 'fa', saying('stopped', { reason }))).toBe(said)
    expect(render(messages, 'en', saying('stopped', { reason }))).toBe(`Stopped: ${reason.replace(/\.$/, '')}.`)
  })

  it('leaves a file name with blanks unmarked, and all words where the table has no mark for them', () => {
    const named = saying('rows', { count: 1, file: 'my old file.csv', reason: 'x' })
    expect(render(messages, 'fa', named)).toBe('1 ردیف از my old file.csv: x')
    const { words_of_program: _, ...unmarked } = messages
    expect(render(unmarked, 'fa', saying('stopped', { reason: 'it is full' }))).toContain('متوقف شد: it is full.')
  })

  it('says nothing of a code that it does not know', () => {
    expect(render(messages, 'en', { code: 'of_a_newer_version' })).toBeUndefined()
    expect(render(messages, 'en', { code: 'toString' })).toBeUndefined()
  })
})

describe('a table of messages', () => {
  it('does not compile where a language or a placeholder is missing', () => {
    // @ts-expect-error There is no Persian text.
    defineMessages({ one: { en: 'one' } })
    // @ts-expect-error The Persian text leaves out {count}.
    defineMessages({ one: { en: '{count row/rows}', fa: 'ردیف' } })
    // @ts-expect-error The Persian text has a placeholder of its own.
    defineMessages({ one: { en: 'rows', fa: '{count} ردیف' } })
    // @ts-expect-error A parameter is missing.
    expect(saying('rows', { count: 1, file: 'f' })).toBeDefined()
    // @ts-expect-error There is no such code.
    expect(saying('row')).toBeDefined()
  })
})
