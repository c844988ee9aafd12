import { ResultAsync, type Result } from 'neverthrow'
import type { SyncContext } from '../context'

/**
 * The same context, whose clients have `slots` calls to the two servers under way at once, in the order in which they come. What a run
 * does besides, above all waiting for the store's disk, then takes no call's place.
 */
export function withSlots(context: SyncContext, slots: number): SyncContext {
  const turn = createTurns(slots)
  return { ...context, crm: inTurn(context.crm, turn), siagh: inTurn(context.siagh, turn) }
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

/** No run walks through a list, so every call that is made here answers with a Result. */
function inTurn<T extends object>(client: T, turn: Turn): T {
  return new Proxy(client, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      const call = (args: unknown[]) => Reflect.apply(member, target, args) as PromiseLike<Result<unknown, unknown>>
      return (...args: unknown[]) => new ResultAsync(turn(() => call(args)))
    },
  })
}
