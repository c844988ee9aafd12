import type { Measure, Scenario } from '../measure'
import { median } from '../rounds'
import { runImport, type CountedImport } from './run-import'

const size = { contacts: 10_000, identities: 0, latencyMs: 20 } as const
const CONCURRENCY = 8

/** How long an import of 10,000 contacts into an empty CRM takes, of what its calls take at least. */
export const measureImport: Scenario = async ({ rounds, tell }) => {
  const runs: CountedImport[] = []
  for (let round = 1; round <= rounds; round += 1) {
    tell(`round ${round} of ${rounds}: ${size.contacts} contacts`)
    runs.push(await runImport(size, CONCURRENCY, tell))
  }
  return [timeOf(runs), callsOf(runs), memoryOf(runs)]
}

/** What the calls would take if all else took no time: those that read one after another, those that write at once. */
function idealMs({ calls }: CountedImport): number {
  const reading = total(calls) - writing(calls)
  return size.latencyMs * (reading + writing(calls) / CONCURRENCY)
}

function timeOf(runs: readonly CountedImport[]): Measure {
  const ofIdeal = runs.map((run) => run.wallMs / idealMs(run))
  const seconds = (read: (run: CountedImport) => number) => (median(runs.map(read)) / 1_000).toFixed(2)
  const busy = median(runs.map(({ cpuMs, wallMs }) => cpuMs / wallMs))
  return {
    what: `import of ${size.contacts} contacts, time of the ideal`,
    value: median(ofIdeal),
    goal: { atMost: 1.25 },
    detail: `${seconds(({ wallMs }) => wallMs)} s of ideal ${seconds(idealMs)} s, ${seconds(({ readingMs }) => readingMs)} s of it before the first write; one processor ${(busy * 100).toFixed(0)} % busy`,
    rounds: ofIdeal,
  }
}

function callsOf(runs: readonly CountedImport[]): Measure {
  const perCreated = runs.map(({ calls, report }) => writing(calls) / report.actions.created)
  const [first] = runs
  return {
    what: 'import, calls for an identity that is new',
    value: Math.max(...perCreated),
    goal: { atMost: 1 },
    detail: first
      ? `${first.report.actions.created} created; ${total(first.calls) - writing(first.calls)} calls to read both sides`
      : '',
  }
}

function memoryOf(runs: readonly CountedImport[]): Measure {
  return {
    what: `import of ${size.contacts} contacts, peak MB resident`,
    value: Math.round(Math.max(...runs.map(({ peakRssMb }) => peakRssMb))),
    detail: 'the whole process',
  }
}

function total(calls: CountedImport['calls']): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0)
}

function writing(calls: CountedImport['calls']): number {
  return total(Object.fromEntries(Object.entries(calls).filter(([name]) => /(Create|Update)$/.test(name))))
}
