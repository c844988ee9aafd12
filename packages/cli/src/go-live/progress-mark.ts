import { err, ok, type Result } from 'neverthrow'
import { busy, takeLease } from '@siagh-sync/sync-core/long-work'
import { worded } from '@siagh-sync/sync-core/messages'
import { withSync, type CommandContext } from '../context'
import { failureOf, type Failure } from '../failure'
import { STEPS } from './steps'

/** The mark of the store that says how many steps are done. */
const MARK = 'go-live'

/** How many steps are done. */
export function readProgress(context: CommandContext): Promise<Result<number, Failure>> {
  return withSync(context, async ({ sync }) => {
    const read = await sync.internals.store.marks.get(sync.company, MARK)
    return read.map((done) => Math.min(done ?? 0, STEPS.length)).mapErr(failureOf)
  })
}

/** Remembers how many steps are done. */
export function writeProgress(context: CommandContext, done: number): Promise<Result<void, Failure>> {
  return withSync(context, async ({ sync: { company, internals } }) => {
    const taken = await takeLease(internals, { company, kind: 'identity', id: MARK })
    if (taken.isErr()) return err(failureOf(taken.error))
    if (taken.value === null) return err(failureOf(busy(worded('busy_taken_over'))))
    const { hold, giveBack } = taken.value
    const set = await internals.store.marks.set(hold.lease, MARK, done)
    await giveBack()
    return set
      .mapErr(failureOf)
      .andThen((end) => (end === 'set' ? ok(undefined) : err(failureOf(busy(worded('busy_taken_over'))))))
  })
}
