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

/** Webhooks accepted per second by each contestant, of what a bare Express handler accepts. Each is a process of its own. */
export async function compareIntake(
  rounds: number,
  contestants: readonly IntakeContestant[],
): Promise<readonly Measure[]> {
  const start = () => startChild<IntakeCommands>(new URL('./intake-process.ts', import.meta.url))
  const bareChild = start()
  const children = contestants.map(start)
  return withChildren([bareChild, ...children], async () => {
    const load: Record<string, () => Promise<number>> = { bare: await prepare('bare', bareChild) }
    for (const [place, child] of children.entries()) {
      const contestant = contestants[place]
      if (contestant) load[contestant.what] = await prepare(contestant.kind, child)
    }
    const { bare = [], ...ours } = await alternate(rounds, load)
    return contestants.map((contestant) => measureOf(contestant, ours[contestant.what] ?? [], bare))
  })
}

/** Warms the server up. What is returned loads it for one round, and checks that everything accepted is in its inbox. */
async function prepare(kind: IntakeKind, child: Child<IntakeCommands>): Promise<() => Promise<number>> {
  const url = await child.ask('listen', kind)
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

function measureOf({ what, goal }: IntakeContestant, ours: readonly number[], bare: readonly number[]): Measure {
  const ofBare = shares(ours, bare)
  const perSecond = (figures: readonly number[]) => Math.round(median(figures)).toLocaleString('en')
  return {
    what: `webhook intake, ${what}`,
    value: median(ofBare),
    ...(goal && { goal }),
    detail: `${perSecond(ours)} of ${perSecond(bare)} requests/s`,
    rounds: ofBare,
  }
}
