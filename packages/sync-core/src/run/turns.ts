import { ResultAsync } from 'neverthrow'
import type { Outage } from '../handle/outage'
import { aroundCalls, type Calls } from './calls'

/**
 * The same calls, of which `slots` are under way at once, in the order in which they come. What a run does besides, above all waiting for
 * the store's disk, then takes no call's place. Of a lost answer `outage` is told before the next call has its turn.
 */
export function inTurns(calls: Calls, slots: number, outage: Pick<Outage, 'suspect'>): Calls {
  const turn = createTurns(slots)
  return aroundCalls(calls, (_call, send) => {
    const made = turn(async () => {
      const answer = await send()
      if (answer.isErr() && answer.error.kind === 'outcome_unknown') outage.suspect(answer.error.system)
      return answer
    })
    return new ResultAsync(made)
  })
}

type Turn = <T>(call: () => Promise<T>) => Promise<T>

function createTurns(slots: number): Turn {
  const waiting: (() => void)[] = []
  let free = slots
  return async (call) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await call()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
