import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { inEnglish } from '../messages/service-messages'
import { loadEnvironment } from './load-environment'
import { expectErr, expectOk } from '../../../../test-support/results'

const faultsOf = (folder: string) => expectErr(loadEnvironment(folder, {})).map(inEnglish)

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

it('adds what the environment does not set, or sets to nothing', () => {
  const folder = folderWith({ '.env': 'PORT=1\nHOST=::1\nCOMPANY=a' })
  const loaded = expectOk(loadEnvironment(folder, { PORT: '2', HOST: ' ' }))
  expect(loaded).toEqual({ values: { HOST: '::1', COMPANY: 'a' }, warnings: [] })
})

it('names the file and the line of what cannot be read', () => {
  const folder = folderWith({ '.env': Buffer.from('PORT=1\nCOMPANY=\xc8\xc7\xcf', 'latin1') })
  expect(faultsOf(folder)).toEqual([
    `${join(folder, '.env')}, line 2: It holds bytes that are no UTF-8. Save the file with the encoding UTF-8.`,
  ])
})

it('is content without a file, and says so where it has the name that Windows gives it', () => {
  expect(expectOk(loadEnvironment(folderWith({}), {}))).toEqual({ values: {}, warnings: [] })
  const { warnings } = expectOk(loadEnvironment(folderWith({ '.env.txt': 'PORT=1' }), {}))
  expect(warnings.map(inEnglish)).toEqual([expect.stringContaining('rename it to .env')])
})

it('says that a folder is no file', () => {
  const folder = folderWith({})
  mkdirSync(join(folder, '.env'))
  expect(faultsOf(folder)).toEqual([expect.stringMatching(/^The file \.env .*EISDIR/)])
})

it('warns of the password of one company among several as well', () => {
  const { warnings } = expectOk(
    loadEnvironment(folderWith({}), {
      TEHRAN_CRM_PASSWORD: 'hidden-1 ',
      PGPASSWORD: ' ',
    }),
  )
  expect(warnings.map(inEnglish)).toEqual([
    expect.stringMatching(/^TEHRAN_CRM_PASSWORD begins or ends with white space/),
  ])
})

it.each([
  ['hidden-1 ', 'CRM_PASSWORD begins or ends with white space'],
  ['hidden\u200C1', 'CRM_PASSWORD holds an invisible character (U+200C) at place 7'],
  ['hidden\u00A01', 'CRM_PASSWORD holds an invisible character (U+00A0) at place 7'],
])('warns of a password that is likely wrong, wherever it is set, and does not repeat it: %j', (given, sentence) => {
  const { warnings } = expectOk(loadEnvironment(folderWith({}), { CRM_PASSWORD: given }))
  expect(warnings.map(inEnglish)).toEqual([expect.stringContaining(sentence)])
  expect(warnings.map(inEnglish).join()).not.toContain('hidden-')
})
