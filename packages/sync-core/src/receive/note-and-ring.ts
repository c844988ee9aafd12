import { okAsync, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { keyText } from '../key'
import type { Note } from '../ports/store'
import type { Receipt, RecordKey } from '../types'

/**
 * Writes a change into the inbox and puts a wake-up into the queue. Done once the change is on disk. If the queue is
 * away, the sweep enqueues the record later. `at`: when the change has to be handled. Default: now.
 */
export function noteAndRing(
  context: Pick<RunContext, 'store' | 'queue' | 'clock' | 'logger' | 'company'>,
  note: Omit<Note, 'at'> & { readonly at?: number },
): ResultAsync<Receipt, StoreUnavailable> {
  const { store, queue, clock, logger, company } = context
  const now = clock.now()
  const at = note.at ?? now
  const key = keyText(note.key)
  return store.inbox.note({ ...note, at }).map(({ generation }) => {
    void queue.enqueue(company, key, at > now ? { delayMs: at - now } : {}).match(
      () => {},
      (error) =>
        logger.warn({ company, key, error: error.kind }, 'the queue did not take a wake-up; the sweep will ring'),
    )
    return { key, generation }
  })
}

/** Notes a record for a later run, if one of its runs has asked for that. */
export function noteRevisit(
  context: RunContext,
  key: RecordKey,
  at: number | undefined,
): ResultAsync<void, StoreUnavailable> {
  if (at === undefined) return okAsync(undefined)
  return noteAndRing(context, { key, event: 'update', trigger: 'revisit', at }).map(() => undefined)
}

/**
 * Notes an identity whose new contact is in Siagh's list without our mark, so that a run records the `RecordId`.
 * Later lists do not show this again.
 */
export function noteUnmarked(context: Parameters<typeof noteAndRing>[0], id: string): void {
  const { company, logger } = context
  const key = { company, kind: 'identity' as const, id }
  void noteAndRing(context, { key, event: 'update', trigger: 'revisit' }).match(
    () => {},
    (error) => logger.warn({ company, key: keyText(key), error: error.kind }, 'a RecordId could not be recorded'),
  )
}
