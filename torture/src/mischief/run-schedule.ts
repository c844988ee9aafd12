import { setTimeout as sleep } from 'node:timers/promises'
import type { Pace } from '../pace'
import type { Mischief, Scene } from './mischief'
import { freezeWorker, killWeb, killWorker, rollingRestart } from './on-processes'
import { siaghAway } from './on-sandbox'
import { flushRedis, killPostgres, restartPostgres, restartRedis, stopRedis } from './on-servers'

const each: readonly Mischief[] = [
  killWeb,
  killWorker,
  killWorker,
  rollingRestart,
  freezeWorker,
  flushRedis,
  restartRedis,
  stopRedis,
  restartPostgres,
  killPostgres,
]

/** How many mischiefs are done at least. */
export const firstRound = each.length + 1

/** A mischief that was done. */
export interface Done {
  readonly name: string
  /** Milliseconds after the start of the load. */
  readonly from: number
  readonly to: number
  readonly detail: string
}

/**
 * Does every mischief once, in an order that the seed draws, and goes on with others for as long as the load lasts. Siagh is away
 * last of the first round: each worker leaves a server that is away alone for half a minute, and little would happen meanwhile.
 */
export async function runSchedule(
  scene: Scene,
  pace: Pace,
  tell: (done: Done) => void,
  signal: AbortSignal,
): Promise<Done[]> {
  const { random, scale } = scene
  const done: Done[] = []
  const start = Date.now()
  const first = [...random.shuffle(each), siaghAway]
  for (let index = 0; index < first.length || !signal.aborted; index += 1) {
    const mischief = first[index] ?? random.pick([...each, siaghAway])
    pace.advance()
    const from = Date.now() - start
    const detail = await mischief.act(scene)
    const one = { name: mischief.name, from, to: Date.now() - start, detail }
    done.push(one)
    tell(one)
    await sleep(random.int(100, scale.leaseSeconds * 250))
  }
  return done
}
