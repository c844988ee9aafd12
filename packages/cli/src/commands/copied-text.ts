import type { Contents } from '@siagh-sync/adapter-store-sql/transfer'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { reasonOf } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import type { Answer } from '../answer'
import { cannotStart, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'

/** What a copy came to, or the message that it failed with. */
export async function attempt(copying: Promise<Answer>): Promise<Result<Answer, Failure>> {
  try {
    return ok(await copying)
  } catch (error) {
    const reason = reasonOf(error)
    return err(cannotStart(typeof reason === 'string' ? cliSaying('not_copied', { reason }) : reason))
  }
}

/** `812 mappings, 900 changes, 4120 lines of history, 1 mark`. */
export function countsSaying({ counts: { mapping, inbox, journal, mark } }: Contents): Saying {
  return cliSaying('store_counts', { mappings: mapping, changes: inbox, lines: journal, marks: mark })
}
