import { describe, expect, it } from 'vitest'
import { apiMessages } from './api-messages'
import { contactMessages } from './contact-messages'
import { coreMessages } from './core-messages'
import { documentMessages } from './document-messages'
import { fieldMessages } from './field-messages'
import { fieldPlaces, fieldWords } from './field-words'
import { heldMessages } from './held-messages'
import { kindMessages } from './kind-messages'
import { readingMessages } from './reading-messages'
import { render } from './render'
import { runMessages } from './run-messages'
import type { MessageTable, MessageText } from './saying'
import { errorWords, outcomeWords, programWords, recordWords, systemWords, triggerWords, warningWords } from './words'

const table: MessageTable = coreMessages
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)

describe.each(Object.entries(table))('%s', (code, { en, fa }: MessageText) => {
  it('uses every parameter, in both languages', () => {
    const params = Object.fromEntries(namesIn(en).map((name) => [name, `told ${name}`]))
    for (const language of ['en', 'fa'] as const) {
      const said = render(table, language, { code, params }) ?? ''
      for (const told of Object.values(params)) expect(said).toContain(told)
      expect(said).not.toMatch(/[{}]/)
    }
  })

  it('is Persian in Persian, with its own letters and half-spaces where they belong', () => {
    // Of placeholders and marks alone: there is nothing to be translated.
    if (!/\p{L}{2}/u.test(en.replace(/\{[^}]*\}/g, ''))) return
    expect(fa).toMatch(/\p{Script=Arabic}/u)
    expect(fa).not.toMatch(/[يكى٠-٩]/)
    expect(fa).not.toMatch(/(^| )(می|نمی) |\u200c(?=[\s.،؛:)]|$)|[\u200c ]{2}/)
  })
})

it('has no code twice', () => {
  const tables = [
    apiMessages,
    contactMessages,
    documentMessages,
    fieldMessages,
    fieldPlaces,
    fieldWords,
    heldMessages,
    kindMessages,
    readingMessages,
    runMessages,
    errorWords,
    outcomeWords,
    programWords,
    recordWords,
    systemWords,
    triggerWords,
    warningWords,
  ]
  const codes = tables.flatMap((each) => Object.keys(each))
  expect(codes).toHaveLength(new Set(codes).size)
  expect(new Set(codes)).toEqual(new Set(Object.keys(coreMessages)))
})
