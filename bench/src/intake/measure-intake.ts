import { startChild, type Child } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { Measure, Scenario } from '../measure'
import { alternate, median, shares } from '../rounds'
import { withTemporaryFolder } from '../temporary-folder'
import type { IntakeCommands, IntakeKind } from './intake-process'
import { sendWebhooks } from './load'

const ROUND_SECONDS = 3
const WARM_UP_SECONDS = 2

/** Webhooks accepted per second by each store, of what a bare Express handler accepts. */
export const measureIntake: Scenario = ({ rounds, tell }) =>
  withTemporaryFolder(async (folder) => {
    const start = () => startChild<IntakeCommands>(new URL('./intake-process.ts', import.meta.url))
    const children = { bare: start(), memory: start(), sqlite: start() }
    return withChildren(Object.values(children), async () => {
      const contestants = {
        bare: await prepare('bare', children.bare, folder),
        memory: await prepare('memory', children.memory, folder),
        sqlite: await prepare('sqlite', children.sqlite, folder),
      }
      tell(`${rounds} rounds of ${ROUND_SECONDS} s: bare, memory store, SQLite store`)
      const { bare, memory, sqlite } = await alternate(rounds, contestants)
      return [
        measureOf('memory store', memory, bare, 0.8),
        measureOf('SQLite store, synchronous=FULL', sqlite, bare, 0.65),
      ]
    })
  })

/** Warms the server up. What is returned loads it for one round, and checks that everything accepted is in its inbox. */
async function prepare(kind: IntakeKind, child: Child<IntakeCommands>, folder: string): Promise<() => Promise<number>> {
  const url = await child.ask('listen', kind, folder)
  let { accepted } = await sendWebhooks(url, { seconds: WARM_UP_SECONDS })
  return async () => {
    const sent = await sendWebhooks(url, { seconds: ROUND_SECONDS })
    accepted += sent.accepted
    const pending = await child.ask('pending')
    // The last request of each connection may be cut off by the end of a round, and be noted all the same.
    if (kind !== 'bare' && pending < accepted) throw new Error(`${accepted} webhooks accepted, ${pending} noted`)
    return sent.perSecond
  }
}

function measureOf(store: string, ours: readonly number[], bare: readonly number[], goal: number): Measure {
  const ofBare = shares(ours, bare)
  const perSecond = (figures: readonly number[]) => Math.round(median(figures)).toLocaleString('en')
  return {
    what: `webhook intake, ${store}`,
    value: median(ofBare),
    goal: { atLeast: goal },
    detail: `${perSecond(ours)} of ${perSecond(bare)} requests/s`,
    rounds: ofBare,
  }
}
