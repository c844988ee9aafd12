import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { asCompared, isAsShown } from './as-compared'
import { openCompany, type Company } from './company'
import { events } from './events'
import { readDocument, replaceIn, type Step } from './read-document'

const DOCUMENTS = ['first-day.md', 'first-weeks.md'].map((name) => join(import.meta.dirname, '../../docs', name))
// `UPDATE_DOCS=1 npx vitest run tests/first-day` writes into the documents what its commands print now, where that is something else.
const isUpdate = Boolean(process.env['UPDATE_DOCS'])

const documents = DOCUMENTS.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const steps = documents.flatMap(({ file, text }) => readDocument(text).map((step) => ({ ...step, file })))
const commands = steps.flatMap((step) => (step.kind === 'command' ? [step.command] : []))

it('every command of the first day prints what the document shows', { timeout: 300_000 }, async () => {
  const company = await openCompany()
  onTestFinished(() => company.close())
  const changed: { file: string; shown: { start: number; text: string }; by: string }[] = []
  for (const step of steps) {
    const left = await take(step, company)
    if (left === undefined || !('shown' in step)) continue
    const { file, shown } = step
    if (isAsShown(asCompared(left), asCompared(shown.text))) continue
    if (isUpdate) changed.push({ file, shown, by: left })
    else expect.soft(asCompared(left), nameOf(step)).toBe(asCompared(shown.text))
  }
  for (const { file, text } of isUpdate ? documents : []) {
    const own = changed.filter((each) => each.file === file)
    if (own.length > 0) writeFileSync(file, replaceIn(text, own))
  }
})

/** Has a step happen; answers what it left on a terminal. */
async function take(step: Step, company: Company): Promise<string | undefined> {
  switch (step.kind) {
    case 'file':
      company.write(step.name, step.content)
      return undefined
    case 'event':
      await eventOf(step.name)(company)
      return undefined
    case 'log':
      return company.log()
    case 'command': {
      const { exitCode, text: left } = await company.run(step.command)
      expect.soft(exitCode, `the exit code of ${step.command}`).toBe(step.exitCode)
      return left
    }
  }
}

function eventOf(name: string) {
  const event = events[name]
  if (event === undefined) throw new Error(`The document has ${name} happen, and events.ts has no such event.`)
  return event
}

const nameOf = (step: Step) => (step.kind === 'command' ? step.command : 'the log of the service')

it('the document has all events happen, each once', () => {
  const happening = steps.flatMap((step) => (step.kind === 'event' ? [step.name] : []))
  expect(happening.sort()).toEqual(Object.keys(events).sort())
})

it('the Persian page has the same commands and the same file, in the same order', () => {
  const persian = readFileSync(join(import.meta.dirname, '../../docs/first-day.fa.md'), 'utf8')
  const [english] = documents
  const partsOf = (steps: readonly Step[]) =>
    steps.flatMap((step) => (step.kind === 'command' ? [step.command] : step.kind === 'file' ? [step.content] : []))
  expect(partsOf(readDocument(persian))).toEqual(partsOf(readDocument(english?.text ?? '')))
})

const words = documents.map(({ text }) => text.replace(/^```[^]*?^```$/gm, '')).join('\n')

it('the words of the document name no command and no option that it does not run', () => {
  const named = [...words.matchAll(/`siagh-sync ([^`]+)`/g)].map(([, command = '']) => command.split(' '))
  expect(named).not.toEqual([])
  const isRun = ([name = '', ...rest]: string[]) => {
    const wanted = [name, ...rest.filter((word) => word.startsWith('--'))]
    return commands.some((command) => wanted.every((word) => command.split(' ').includes(word)))
  }
  expect(named.filter((command) => !isRun(command))).toEqual([])
})

it('the words of the document name no code and no number that no command printed', () => {
  const printed = steps.flatMap((step) => ('shown' in step ? [step.shown.text] : [])).join()
  const named = [...words.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(([number]) => number)
  expect(named).not.toEqual([])
  expect(named.filter((number) => !printed.includes(number))).toEqual([])
})

it('every command that a first day needs has its place in the document', async () => {
  const company = await openCompany()
  onTestFinished(() => company.close())
  const help = (await company.run('siagh-sync --help')).text
  const names = [...help.matchAll(/^ {2}([a-z][a-z-]+)(?: \[| <| {2})/gm)].map(([, name = '']) => name)
  const run = new Set(commands.map((command) => /^siagh-sync (\S+)/.exec(command)?.[1]))
  expect(names.filter((name) => !run.has(name))).toEqual([
    'config',
    'probe',
    'import',
    'user',
    'refuse',
    'shadow',
    'backup',
    'restore',
    'move-store',
    'sandbox',
    'help',
  ])
})
