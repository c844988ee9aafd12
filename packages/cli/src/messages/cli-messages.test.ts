import { render, type MessageTable } from '@siagh-sync/sync-core/messages'
import { probeMessages } from '@siagh-sync/probe'
import { serviceMessages } from '@siagh-sync/service/messages'
import { describe, expect, it } from 'vitest'
import { checkMessages, checkNames } from './check-messages'
import { cliMessages } from './cli-messages'
import { commandMessages } from './command-messages'
import { goLiveHelp } from './go-live-help'
import { goLiveMessages } from './go-live-messages'
import { goLiveSteps } from './go-live-steps'
import { headMessages } from './head-messages'
import { heldHelp } from './held-help'
import { heldMessages } from './held-messages'
import { helpMessages, helpParts } from './help-messages'
import { helpNotes } from './help-notes'
import { importMessages, importWords } from './import-messages'
import { initMessages } from './init-messages'
import { optionMessages } from './option-messages'
import { probingMessages } from './probing-messages'
import { driftMessages, reconcileMessages } from './reconcile-messages'
import { sandboxMessages } from './sandbox-messages'
import { shadowHelp, shadowMessages } from './shadow-messages'
import { storeMessages } from './store-messages'
import { trialMessages } from './trial-messages'
import { remoteMessages } from './remote-messages'
import { usageMessages } from './usage-messages'
import { userMessages } from './user-messages'

const tables: readonly MessageTable[] = [
  checkMessages,
  checkNames,
  commandMessages,
  driftMessages,
  goLiveHelp,
  goLiveMessages,
  goLiveSteps,
  headMessages,
  heldHelp,
  heldMessages,
  helpMessages,
  helpNotes,
  helpParts,
  importMessages,
  importWords,
  initMessages,
  optionMessages,
  probeMessages,
  probingMessages,
  reconcileMessages,
  sandboxMessages,
  shadowHelp,
  shadowMessages,
  storeMessages,
  trialMessages,
  remoteMessages,
  usageMessages,
  userMessages,
]
const own = tables.flatMap((table) => Object.entries(table))
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)

describe.each(own)('%s', (code, { en, fa }) => {
  it('uses every parameter, in both languages', () => {
    const params = Object.fromEntries(namesIn(en).map((name) => [name, `told ${name}`]))
    for (const language of ['en', 'fa'] as const) {
      const said = render(cliMessages, language, { code, params }) ?? ''
      for (const told of Object.values(params)) expect(said).toContain(told)
    }
  })

  it('is Persian in Persian', () => {
    const isOurs = /[A-Za-z]{3}/.test(en.replace(/\{[^}]*\}/g, '').replace(/--\w+/g, '')) && code !== 'by_refId'
    if (isOurs) expect(fa).toMatch(/\p{Script=Arabic}/u)
    expect(fa).not.toMatch(/[يكى٠-٩]/)
    expect(fa).not.toMatch(/(^| )(می|نمی) |\u200c(?=[\s.،؛:)]|$)/)
  })
})

it('has no code twice, of the service’s neither', () => {
  const codes = [...own.map(([code]) => code), ...Object.keys(serviceMessages)]
  expect(codes).toHaveLength(Object.keys(cliMessages).length)
})
