import { ResultAsync } from 'neverthrow'
import type { Outage } from '../handle/outage'
import { aroundCalls, type Calls } from './calls'

/**
 * The same calls, but at most `slots` of them at once, in the order in which they were made. A run takes no slot
 * while it does other things, such as waiting for the store's disk. After a lost answer, `outage` knows of it before
 * the next call is sent.
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
