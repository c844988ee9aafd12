import { expect, it } from 'vitest'
import { inEnglish } from './messages/cli-messages'
import { tooOld } from './node-version'

it.each(['v22.13.0', 'v22.22.1', 'v24.0.0', 'v26.1.0'])('%s is new enough', (version) => {
  expect(tooOld(version)).toBeUndefined()
})

it.each(['v22.12.9', 'v20.20.2', 'v18.0.0'])('%s is too old, and the user reads which one is needed', (version) => {
  expect(inEnglish(tooOld(version) ?? '')).toBe(`siagh-sync needs Node 22.13 or newer. This is Node ${version}.`)
})
