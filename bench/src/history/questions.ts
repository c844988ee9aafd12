import type { StoreUnavailable, Sync } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { median } from '../rounds'
import { lineId } from './fill-statements'
import { expectOk } from '../../../test-support/results'

type Asking = (sync: Sync, journal: number) => ResultAsync<unknown, StoreUnavailable>

/**
 * What an operator asks of a synchronisation with a journal of that length. Every answer fills its page in a young store as well as
 * in an old one.
 */
export const questions: Readonly<Record<string, Asking>> = {
  status: (sync) => sync.status(),
  failures: (sync) => sync.failures(),
  'failures of a kind of error': (sync) => sync.failures({ error: 'rejected' }),
  history: (sync) => sync.history(),
  'history of a record': (sync, journal) => sync.history({ id: lineId(7, journal) }),
  'history of errors': (sync) => sync.history({ error: 'rejected' }),
  'history of invoices': (sync) => sync.history({ kind: 'invoice' }),
  'history of created invoices': (sync) => sync.history({ kind: 'invoice', outcome: 'created' }),
  'history of the last hours': (sync) => sync.history({ since: Date.now() - 4 * 3_600_000 }),
}

type Question = () => ResultAsync<unknown, StoreUnavailable>

/** How long the answers to each of some questions take, in milliseconds: the middle of so many. They are asked in turn. */
export async function timesOfAnswers<Name extends string>(
  asked: Readonly<Record<Name, Question>>,
  times: number,
): Promise<Readonly<Record<Name, number>>> {
  const taken = new Map<string, number[]>()
  for (let time = 0; time < times; time += 1) {
    for (const [name, question] of Object.entries<Question>(asked)) {
      const startedAt = performance.now()
      const answer = await question()
      const ms = performance.now() - startedAt
      expectOk(answer)
      taken.set(name, [...(taken.get(name) ?? []), ms])
    }
  }
  return Object.fromEntries([...taken].map(([name, all]) => [name, median(all)])) as Record<Name, number>
}
