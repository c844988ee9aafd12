import type { ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { StoreUnavailable } from '../errors'

const BATCH = 500
// 10,000 entries a minute. No company has so many in a day, so a store that was never purged is done within hours.
const BATCHES = 20
const PAUSE_MS = 50
const DAY_MS = 86_400_000

/**
 * Deletes journal entries and settled inbox entries that are older than the rules allow. Works in small batches, so
 * that no webhook waits for it.
 */
export async function purge(
  context: Pick<SyncContext, 'store' | 'rules' | 'clock' | 'logger' | 'company'>,
  isStopped: () => boolean,
): Promise<void> {
  const { store, rules, company } = context
  const { journalDays, settledDays } = rules.retention
  await purgeOlder(context, isStopped, journalDays, (before) => store.journal.purge(company, before, BATCH))
  await purgeOlder(context, isStopped, settledDays, (before) => store.inbox.purge(company, before, BATCH))
}

async function purgeOlder(
  { clock, logger, company }: Pick<SyncContext, 'clock' | 'logger' | 'company'>,
  isStopped: () => boolean,
  days: number | 'for-ever',
  purgeBatch: (before: number) => ResultAsync<number, StoreUnavailable>,
): Promise<void> {
  if (days === 'for-ever') return
  const before = clock.now() - days * DAY_MS
  for (let batch = 0; batch < BATCHES && !isStopped(); batch += 1) {
    const gone = await purgeBatch(before)
    if (gone.isErr()) {
      logger.warn({ company, error: gone.error.kind }, 'what is too old to keep could not be purged')
      return
    }
    if (gone.value < BATCH) return
    await new Promise<void>((resolve) => clock.after(PAUSE_MS, resolve))
  }
}
