import { startChild, type Child } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { Goal, Measure } from '../measure'
import { alternate, median, shares } from '../rounds'
import type { IntakeCommands, IntakeKind } from './intake-process'
import { sendWebhooks } from './load'

const ROUND_SECONDS = 3
const WARM_UP_SECONDS = 2

/** The product with one store and queue, and what it has to reach. */
export interface IntakeContestant {
  readonly what: string
  readonly kind: Exclude<IntakeKind, 'bare'>
  readonly goal?: Goal
}

/** One round of one contestant. */
interface Load {
  readonly perSecond: number
  /** What a request takes of a processor in the process that answers. It says more than the rate on a busy machine. */
  readonly cpuUs: number
}

/** Webhooks accepted per second by each contestant, of what a bare Express handler accepts. Each is a process of its own. */
export async function compareIntake(
  rounds: number,
  contestants: readonly IntakeContestant[],
): Promise<readonly Measure[]> {
  const start = () => startChild<IntakeCommands>(new URL('./intake-process.ts', import.meta.url))
  const bareChild = start()
  const children = contestants.map(start)
  return withChildren([bareChild, ...children], async () => {
    const load: Record<string, () => Promise<Load>> = { bare: await prepare('bare', bareChild) }
    for (const [place, child] of children.entries()) {
      const contestant = contestants[place]
      if (contestant) load[contestant.what] = await prepare(contestant.kind, child)
    }
    const { bare = [], ...ours } = await alternate(rounds, load)
    return contestants.map((contestant) => measureOf(contestant, ours[contestant.what] ?? [], bare))
  })
}

/** Warms the server up. What is returned loads it for one round, and checks that everything accepted is in its inbox. */
async function prepare(kind: IntakeKind, child: Child<IntakeCommands>): Promise<() => Promise<Load>> {
  const url = await child.ask('listen', kind)
  let { accepted } = await sendWebhooks(url, { seconds: WARM_UP_SECONDS })
  return async () => {
    const cpuBefore = await child.ask('cpuMs')
    const sent = await sendWebhooks(url, { seconds: ROUND_SECONDS })
    const cpuAfter = await child.ask('cpuMs')
    accepted += sent.accepted
    const pending = await child.ask('pending')
    // The last request of each connection may be cut off by the end of a round, and be noted all the same.
    if (kind !== 'bare' && pending < accepted) throw new Error(`${accepted} webhooks accepted, ${pending} noted`)
    return { perSecond: sent.perSecond, cpuUs: ((cpuAfter - cpuBefore) * 1_000) / sent.accepted }
  }
}

function measureOf({ what, goal }: IntakeContestant, ours: readonly Load[], bare: readonly Load[]): Measure {
  const rates = (loads: readonly Load[]) => loads.map(({ perSecond }) => perSecond)
  const ofBare = shares(rates(ours), rates(bare))
  const perSecond = (loads: readonly Load[]) => Math.round(median(rates(loads))).toLocaleString('en')
  const cpu = (loads: readonly Load[]) => median(loads.map(({ cpuUs }) => cpuUs)).toFixed(0)
  return {
    what: `webhook intake, ${what}`,
    value: median(ofBare),
    ...(goal && { goal }),
    detail: `${perSecond(ours)} of ${perSecond(bare)} requests/s; ${cpu(ours)} and ${cpu(bare)} µs on a processor for a request`,
    rounds: ofBare,
  }
}
