import { startChild } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { Measure, Scenario } from '../measure'
import { median } from '../rounds'
import type { ServersCommands } from '../servers/servers-process'
import { withTemporaryFolder } from '../temporary-folder'
import type { CatchUpCommands, CaughtUp } from './catch-up-process'

const CHANGES = 10_000
const PAGE = 500
const LATENCY_MS = 20
/** Changes of the real CRM are further apart; of many at one instant a page cannot tell how many are still to come. */
const APART_MS = 5
/** The kinds besides people, of which the CRM has none: one question each. */
const OTHER_KINDS = 3
/** `find` shows no organization: one call asks whether it shows persons, so that a type that it hides is noticed. */
const SIGHT_CHECKS = 1

interface CountedCatchUp extends CaughtUp {
  readonly finds: number
}

/** What 10,000 changes whose webhooks were lost cost to find and to note. */
export const measureCatchUp: Scenario = async ({ rounds, tell }) => {
  const runs: CountedCatchUp[] = []
  for (let round = 1; round <= rounds; round += 1) {
    tell(`round ${round} of ${rounds}: ${CHANGES} changes`)
    runs.push(await runCatchUp())
  }
  return [findsOf(runs), notesOf(runs)]
}

function runCatchUp(): Promise<CountedCatchUp> {
  const servers = startChild<ServersCommands>(new URL('../servers/servers-process.ts', import.meta.url))
  const product = startChild<CatchUpCommands>(new URL('./catch-up-process.ts', import.meta.url))
  return withTemporaryFolder((folder) =>
    withChildren([servers, product], async () => {
      const { siagh, crm } = await servers.ask('open', { contacts: 0, identities: CHANGES, latencyMs: LATENCY_MS })
      await product.ask('open', siagh, crm, folder)
      const first = await product.ask('catchUp')
      if (first.notes > 0) throw new Error('the first catch-up has nothing to note')
      await servers.ask('changeInTurn', APART_MS)
      const before = findsIn(await servers.ask('calls'))
      const caughtUp = await product.ask('catchUp')
      if (caughtUp.pending !== CHANGES) throw new Error(`${caughtUp.pending} of ${CHANGES} changes are in the inbox`)
      return { ...caughtUp, finds: findsIn(await servers.ask('calls')) - before }
    }),
  )
}

function findsOf(runs: readonly CountedCatchUp[]): Measure {
  const walls = runs.map(({ wallMs }) => wallMs / 1_000)
  return {
    what: `find calls for ${CHANGES} changes`,
    value: Math.max(...runs.map(({ finds }) => finds)),
    goal: { atMost: CHANGES / PAGE + 1 + OTHER_KINDS + SIGHT_CHECKS },
    detail: `pages of ${PAGE}, and one call for each of the ${OTHER_KINDS} kinds without a change, and ${SIGHT_CHECKS} that sees whether find hides one; ${median(walls).toFixed(2)} s`,
  }
}

function notesOf(runs: readonly CountedCatchUp[]): Measure {
  return {
    what: 'notes for a change that is caught up with',
    value: Math.max(...runs.map(({ notes }) => notes)) / CHANGES,
    goal: { atMost: 1 },
    detail: 'calls of the store',
  }
}

function findsIn(calls: Readonly<Record<string, number>>): number {
  return Object.entries(calls).reduce((sum, [name, count]) => sum + (name.endsWith('Find') ? count : 0), 0)
}
