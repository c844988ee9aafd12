import type { Measure, Scenario } from '../measure'
import { median } from '../rounds'
import { runFirstSync, size, type CountedPass, type Passes } from './run-first-sync'

/** How long 2,000 new identities take, of what their calls take at least, and how many calls they cost. */
export const measureFirstSync: Scenario = async ({ rounds, tell }) => {
  const runs: Passes[] = []
  for (let round = 1; round <= rounds; round += 1) {
    tell(`round ${round} of ${rounds}: ${size.identities} identities created, updated, unchanged`)
    runs.push(await runFirstSync())
  }
  const all = (name: keyof Passes) => runs.map((passes) => passes[name])
  return [
    timeOf(all('created')),
    callsOf('new', all('created'), 3),
    callsOf('updated', all('updated'), 2),
    callsOf('unchanged', all('unchanged'), 1),
    getAllOf(runs),
  ]
}

function timeOf(passes: readonly CountedPass[]): Measure {
  const ofIdeal = passes.map(({ wallMs, idealMs }) => wallMs / idealMs)
  const busy = median(passes.map(({ cpuMs, wallMs }) => cpuMs / wallMs))
  return {
    what: `${size.identities} new identities, time of the ideal`,
    value: median(ofIdeal),
    goal: { atMost: 1.25 },
    detail: `${timesOf(passes)}; one processor ${(busy * 100).toFixed(0)} % busy`,
    rounds: ofIdeal,
  }
}

/** The most that any pass took. Logins and `GetAll`, which all identities share, are left out. */
function callsOf(what: string, passes: readonly CountedPass[], goal: number): Measure {
  const calls = Math.max(...passes.map(({ asked }) => asked.aboutRecords))
  return {
    what: `calls for an identity that is ${what}`,
    value: calls / size.identities,
    goal: { atMost: goal },
    detail: `${calls} calls; ${timesOf(passes)}`,
  }
}

function getAllOf(runs: readonly Passes[]): Measure {
  const counts = runs.map((passes) =>
    Object.values<CountedPass>({ ...passes }).reduce((sum, { asked }) => sum + asked.getAll, 0),
  )
  return {
    what: 'GetAll, in all three passes together',
    value: Math.max(...counts),
    goal: { atMost: 2 },
    detail: `${size.contacts} contacts at the start`,
  }
}

function timesOf(passes: readonly CountedPass[]): string {
  const seconds = (figures: readonly number[]) => (median(figures) / 1_000).toFixed(2)
  return `${seconds(passes.map(({ wallMs }) => wallMs))} s of ideal ${seconds(passes.map(({ idealMs }) => idealMs))} s`
}
