import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { asCompared } from './as-compared'
import { openCompany, type Company } from './company'
import { events } from './events'
import { readDocument, replaceIn, type Step } from './read-document'

const DOCUMENT = join(import.meta.dirname, '../../docs/first-day.md')
// `UPDATE_DOCS=1 npx vitest run tests/first-day` writes into the document what its commands print now, where that is something else.
const isUpdate = Boolean(process.env['UPDATE_DOCS'])

const text = readFileSync(DOCUMENT, 'utf8')
const steps = readDocument(text)
const commands = steps.flatMap((step) => (step.kind === 'command' ? [step.command] : []))

it('every command of the first day prints what the document shows', { timeout: 90_000 }, async () => {
  const company = await openCompany()
  onTestFinished(() => company.close())
  const changed: { shown: { start: number; text: string }; by: string }[] = []
  for (const step of steps) {
    const left = await take(step, company)
    if (left === undefined || !('shown' in step)) continue
    if (!isUpdate) expect.soft(asCompared(left), nameOf(step)).toBe(asCompared(step.shown.text))
    else if (asCompared(left) !== asCompared(step.shown.text)) changed.push({ shown: step.shown, by: left })
  }
  if (isUpdate) writeFileSync(DOCUMENT, replaceIn(text, changed))
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

const words = text.replace(/^```[^]*?^```$/gm, '')

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
    'release',
    'refuse',
    'backup',
    'restore',
    'move-store',
    'sandbox',
    'help',
  ])
})
