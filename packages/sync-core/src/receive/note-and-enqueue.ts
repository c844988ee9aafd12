import { err, ok, okAsync, ResultAsync, type Result } from 'neverthrow'
import type { NotingContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { keyText } from '../key'
import type { Note } from '../ports/store'
import type { Receipt, RecordKey } from '../types'

/**
 * Writes a change into the inbox and puts a wake-up into the queue. Done once the change is on disk. If the queue is
 * away, the sweep enqueues the record later. `at`: when the change has to be handled. Default: now.
 */
export function noteAndEnqueue(
  context: NotingContext,
  note: Omit<Note, 'at'> & { readonly at?: number },
): ResultAsync<Receipt, StoreUnavailable> {
  return new ResultAsync(noteThenEnqueue(context, note))
}

async function noteThenEnqueue(
  context: NotingContext,
  note: Parameters<typeof noteAndEnqueue>[1],
): Promise<Result<Receipt, StoreUnavailable>> {
  const { store, clock } = context
  const now = clock.now()
  const at = note.at ?? now
  const noted = await store.inbox.note({ ...note, at })
  if (noted.isErr()) return err(noted.error)
  const key = keyText(note.key)
  void enqueue(context, key, at > now ? { delayMs: at - now } : {})
  return ok({ key, generation: noted.value.generation })
}

async function enqueue({ queue, logger, company }: NotingContext, key: string, delay: { readonly delayMs?: number }) {
  const enqueued = await queue.enqueue(company, key, delay)
  if (enqueued.isErr())
    logger.warn(
      { company, key, error: enqueued.error.kind },
      'the queue did not take a wake-up; the sweep will repeat it',
    )
}

/** Notes a record for a later run, if one of its runs has asked for that. */
export function noteRevisit(
  context: NotingContext,
  key: RecordKey,
  at: number | undefined,
): ResultAsync<void, StoreUnavailable> {
  if (at === undefined) return okAsync(undefined)
  return noteAndEnqueue(context, { key, event: 'update', trigger: 'revisit', at }).map(() => undefined)
}

/**
 * Notes an identity whose new contact is in Siagh's list without our `tmpid`, so that a run records the `RecordId`.
 * Later lists do not show this again.
 */
export function noteWithoutTmpid(context: NotingContext, id: string): void {
  const { company, logger } = context
  const key = { company, kind: 'identity' as const, id }
  void noteAndEnqueue(context, { key, event: 'update', trigger: 'revisit' }).match(
    () => {},
    (error) => logger.warn({ company, key: keyText(key), error: error.kind }, 'a RecordId could not be recorded'),
  )
}
