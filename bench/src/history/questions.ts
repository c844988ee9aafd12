import type { StoreUnavailable, Sync } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { lineId } from './fill-statements'

/** What an operator asks of a synchronisation; every answer fills its page in a young store as well as in an old one. */
export function questions(
  sync: Sync,
  journal: number,
): Readonly<Record<string, () => ResultAsync<unknown, StoreUnavailable>>> {
  const id = lineId(7, journal)
  return {
    status: () => sync.status(),
    failures: () => sync.failures(),
    'failures of a kind of error': () => sync.failures({ error: 'rejected' }),
    history: () => sync.history(),
    'history of a record': () => sync.history({ id }),
    'history of errors': () => sync.history({ error: 'rejected' }),
    'history of invoices': () => sync.history({ kind: 'invoice' }),
    'history of created invoices': () => sync.history({ kind: 'invoice', outcome: 'created' }),
    'history of the last hours': () => sync.history({ since: Date.now() - 4 * 3_600_000 }),
  }
}

/** How long an answer takes, in milliseconds: the middle of so many. */
export async function timeOfAnswer(
  question: () => ResultAsync<unknown, StoreUnavailable>,
  times: number,
): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const startedAt = performance.now()
    const answer = await question()
    taken.push(performance.now() - startedAt)
    answer._unsafeUnwrap()
  }
  return taken.sort((a, b) => a - b)[times >> 1] ?? Number.NaN
}
