import { ResultAsync, type Result } from 'neverthrow'
import type { ApiError } from '@siagh-sync/siagh-client'
import type { SyncContext } from '../context'
import type { Outage } from '../handle/outage'

/**
 * The same context, whose clients have `slots` calls to the two servers under way at once, in the order in which they come. What a run
 * does besides, above all waiting for the store's disk, then takes no call's place.
 */
export function withSlots(context: SyncContext, slots: number): SyncContext {
  const turn = createTurns(slots)
  const { outage } = context
  return { ...context, crm: inTurn(context.crm, turn, outage), siagh: inTurn(context.siagh, turn, outage) }
}

type Turn = <T>(call: () => PromiseLike<T>) => Promise<T>

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

type Answer = Result<unknown, ApiError>

/** No run walks through a list, so every call that is made here answers with a Result. A lost answer is told before the next call has its turn. */
function inTurn<T extends object>(client: T, turn: Turn, outage: Outage): T {
  const learn = (answer: Answer): Answer => {
    if (answer.isErr() && answer.error.kind === 'outcome_unknown') outage.suspect(answer.error.system)
    return answer
  }
  return new Proxy(client, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      const call = (args: unknown[]) => Reflect.apply(member, target, args) as PromiseLike<Answer>
      return (...args: unknown[]) => new ResultAsync(turn(() => call(args).then(learn)))
    },
  })
}
