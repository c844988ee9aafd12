import type { StoreUnavailable, Sync } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { median } from '../rounds'
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
      answer._unsafeUnwrap()
      taken.set(name, [...(taken.get(name) ?? []), ms])
    }
  }
  return Object.fromEntries([...taken].map(([name, all]) => [name, median(all)])) as Record<Name, number>
}
