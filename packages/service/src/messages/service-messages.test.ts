import { coreMessages, render, type MessageTable } from '@siagh-sync/sync-core/messages'
import { describe, expect, it } from 'vitest'
import { storeMessages } from '@siagh-sync/adapter-store-sql/messages'
import { apiMessages } from './api-messages'
import { configMessages } from './config-messages'
import { envFileMessages } from './env-file-messages'
import { serviceMessages } from './service-messages'
import { recordingMessages } from './recording-messages'
import { settingMessages } from './setting-messages'

const own: MessageTable = {
  ...apiMessages,
  ...configMessages,
  ...envFileMessages,
  ...recordingMessages,
  ...settingMessages,
  ...storeMessages,
}
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)

describe.each(Object.entries(own))('%s', (code, { en, fa }) => {
  it('uses every parameter, in both languages', () => {
    const params = Object.fromEntries(namesIn(en).map((name) => [name, `told ${name}`]))
    for (const language of ['en', 'fa'] as const) {
      const said = render(own, language, { code, params }) ?? ''
      for (const told of Object.values(params)) expect(said).toContain(told)
    }
  })

  it('is Persian in Persian', () => {
    if (/[A-Za-z]{3}/.test(en.replace(/\{[^}]*\}/g, ''))) expect(fa).toMatch(/\p{Script=Arabic}/u)
    expect(fa).not.toMatch(/[يكى٠-٩]/)
  })
})

it('has no code twice, of the core’s neither', () => {
  const tables = [
    coreMessages,
    apiMessages,
    configMessages,
    envFileMessages,
    recordingMessages,
    settingMessages,
    storeMessages,
  ]
  const codes = tables.flatMap((each) => Object.keys(each))
  expect(codes).toHaveLength(Object.keys(serviceMessages).length)
})
