import { err, ResultAsync, safeTry, type Result } from 'neverthrow'
import type { LeaseContext, SyncContext } from '../context'
import type { SyncError } from '../errors'
import { worded } from '../messages/core-messages'
import type { Lease } from '../ports/store'
import { busy } from '../run/busy'
import { takeLease } from '../run/take-lease'
import type { SendUpdate, UpdateGuard, UpdatingRun } from './update-guard'

/** The mark that says whether Siagh updates contacts. 0: it does. A code: the update of that contact made a new one. */
const UPDATES = 'contact-updates'
const WORKS = 0

type Context = LeaseContext & Pick<SyncContext, 'company'>

/** Creates the guard of one company. */
export function createUpdateGuard(context: Context): UpdateGuard {
  const { company } = context
  const knowledge = createKnowledge(context)

  const sent = async (code: number, send: SendUpdate, lease: Lease): Promise<Result<void, SyncError>> => {
    const result = await send()
    if (result.isErr() && madeAnother(result.error)) await knowledge.note(lease, code)
    else if (result.isOk() && !knowledge.isProven()) await knowledge.note(lease, WORKS)
    return result
  }
  const tried = (run: UpdatingRun, code: number, send: SendUpdate) =>
    safeTry(async function* () {
      const mark = yield* knowledge.read(run.hold.lease)
      if (mark === WORKS) return sent(code, send, run.hold.lease)
      if (mark !== null && !(mark === code && run.trigger === 'operator')) return err(updatesAreStopped(mark))
      const lease = yield* takeLease(context, { company, kind: 'identity', id: UPDATES })
      if (!lease) return err(busy(worded('busy_first_update')))
      // Another process may have found it out before the lease was free.
      const isNews = (yield* knowledge.read(run.hold.lease)) !== mark
      const result = isNews ? err(busy(worded('busy_first_update'))) : await sent(code, send, lease.hold.lease)
      await lease.giveBack()
      return result
    })

  let line: Promise<unknown> = Promise.resolve()
  return {
    update(run, code, send) {
      if (knowledge.isProven()) return new ResultAsync(sent(code, send, run.hold.lease))
      const turn = line.then(() => tried(run, code, send))
      line = turn
      return new ResultAsync(turn)
    },
    refresh: () => knowledge.read().map((mark) => mark === WORKS),
  }
}

/** What the store knows about updates, and what this process knows of that. */
function createKnowledge({ store, company }: Context) {
  let isProven = false
  /** A stop that the store did not take. */
  let unsaved: number | undefined

  const note = async (lease: Lease, value: number): Promise<void> => {
    isProven = value === WORKS
    unsaved = value === WORKS ? undefined : value
    const set = await store.marks.set(lease, UPDATES, value)
    if (set.isOk() && set.value === 'set') unsaved = undefined
  }
  return {
    isProven: () => isProven,
    note,
    /** `null`: nobody has updated a contact yet. With a lease, a stop that is not stored yet is stored. */
    read: (lease?: Lease) => {
      const kept = lease && unsaved !== undefined ? note(lease, unsaved) : Promise.resolve()
      return ResultAsync.fromSafePromise(kept)
        .andThen(() => store.marks.get(company, UPDATES))
        .map((stored) => {
          const mark = unsaved ?? stored
          isProven = mark === WORKS
          return mark
        })
    },
  }
}

function madeAnother(error: SyncError): boolean {
  return error.kind === 'rejected' && error.words?.code === 'made_another'
}

function updatesAreStopped(code: number): SyncError {
  const words = worded('updates_are_stopped', { code: String(code) })
  return { kind: 'rejected', retryable: false, system: 'siagh', ...words, reasons: [] }
}
