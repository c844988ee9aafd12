import {
  createSandbox,
  defaultDialect,
  dialectSettings,
  sampleCompanies,
  sampleDocuments,
  samplePeople,
  settingNames,
  type Dialect,
  type Sandbox,
  type SandboxClock,
  type SettingValue,
} from '@siagh-sync/sandbox'
import { coreMessages, render } from '@siagh-sync/sync-core/messages'
import { describe, expect, it } from 'vitest'
import { probeMessages, type Finding, type ProbeReport } from '../src'
import { probeOf } from './probed'
import { settingsSeen, type SaysOf } from './settings-seen'

interface Row {
  readonly says: Readonly<Record<string, SaysOf>>
  readonly alike?: string
  readonly also?: Partial<Dialect>
  readonly prepare?: (sandbox: Sandbox, value: SettingValue) => unknown
}

const rows = settingNames.flatMap((name) => {
  const entry: unknown = settingsSeen[name]
  return 'says' in (entry as object) ? [{ name, ...(entry as Row) }] : []
})

/** A clock that goes on by a second at each look, and by ten minutes when told to. */
function steppingClock() {
  let now = Date.UTC(2025, 10, 20, 8)
  let waiting: { readonly at: number; readonly run: () => void }[] = []
  const clock: SandboxClock = {
    now: () => (now += 1_000),
    after(ms, run) {
      const appointment = { at: now + ms, run }
      waiting.push(appointment)
      return () => (waiting = waiting.filter((each) => each !== appointment))
    },
  }
  const tenMinutesLater = () => {
    now += 600_000
    const due = waiting.filter(({ at }) => at <= now)
    waiting = waiting.filter(({ at }) => at > now)
    for (const { run } of due) run()
  }
  return { clock, tenMinutesLater }
}

/** A company with contacts, people and documents, some minutes after the last of them was made. */
function companyThatAnswers(dialect: Partial<Dialect>) {
  const { clock, tenMinutesLater } = steppingClock()
  const sandbox = createSandbox({ contacts: 40, dialect, clock })
  sandbox.siagh.addContact({ Name: 'نمونه', tmpid: '2b1f0c6e-0000-4000-8000-00000000abcd' })
  const { crm } = sandbox
  const ids = [
    ...samplePeople(12).map((person) => crm.createPerson(person)),
    ...sampleCompanies(12).map((company) => crm.createOrganization(company)),
  ]
  sampleDocuments(24, ids)
    .map(({ details = [], ...document }) => ({
      ...document,
      discount: 5_000,
      // A discount on each line shows whether the discount of the document includes it.
      details: details.map((line) => ({ ...line, count: 3, totalDiscount: 1_500 })),
    }))
    .forEach((document, at) => (at % 2 ? crm.createInvoice(document) : crm.createQuote(document)))
  tenMinutesLater()
  return sandbox
}

const reports = new Map<string, Promise<ProbeReport>>()

/** Most settings have the same company under their first value. It is probed once. */
function reportUnder({ name, also = {}, prepare }: (typeof rows)[number], value: SettingValue): Promise<ProbeReport> {
  const dialect = { ...defaultDialect, ...also, [name]: value }
  const key = `${JSON.stringify(dialect)} ${prepare ? name : ''}`
  const made = () => {
    const sandbox = companyThatAnswers(dialect)
    prepare?.(sandbox, value)
    return probeOf(sandbox)
  }
  const report = reports.get(key) ?? made()
  reports.set(key, report)
  return report
}

function inEnglish({ seen }: Finding): string {
  return render({ ...coreMessages, ...probeMessages }, 'en', seen) ?? ''
}

describe('the probe says how each value of a setting shows', () => {
  const cases = rows.flatMap((row) => dialectSettings[row.name].values.map((value) => ({ row, value })))

  it.each(cases.map((each) => [`${each.row.name} ${String(each.value)}`, each] as const))(
    '%s',
    async (_name, { row, value }) => {
      const [question, verdict, part] = row.says[value] ?? []
      const { findings } = await reportUnder(row, value)
      const answers = findings.filter((each) => each.question === question)
      expect(answers.map((each) => [each.verdict, inEnglish(each)])).toEqual([
        [verdict, expect.stringContaining(part ?? '?')],
      ])
    },
  )
})

it.each(rows.map((row) => [row.name, row] as const))(
  'says something else of each value of %s, or the reason why it cannot is written down',
  (name, { says, alike }) => {
    const said = new Set(Object.values(says).map((each) => each.join('; ')))
    expect(Object.keys(says).sort()).toEqual(dialectSettings[name].values.map(String).sort())
    expect(said.size < dialectSettings[name].values.length).toBe(alike !== undefined)
  },
)

it('knows every setting of the sandbox, and why reading does not show the others', () => {
  expect(Object.keys(settingsSeen)).toEqual(settingNames)
  for (const entry of Object.values(settingsSeen)) {
    if ('because' in entry) expect(entry.because).toMatch(/^[A-Z].+\.$/)
  }
})
