import { err, ok, type Result } from 'neverthrow'
import type { EntityKind, Sync, SyncErrorKind } from '@siagh-sync/sync-core'
import type { Answer, Answered } from '../answer'
import { withSync } from '../context'
import { DONE } from '../exit-codes'
import { failureOf, misuse, notHere, type Failure } from '../failure'
import { define, kindOption } from './define'
import { errorOption } from './error-kinds'
import { readId } from './read-id'
import { cliSaying } from '../messages/cli-messages'
import { RECORD_KINDS } from './record-kinds'

interface Options {
  readonly all?: boolean
  readonly kind?: EntityKind
  readonly error?: SyncErrorKind
}

export const registerRetry = define(
  {
    usage: 'retry [id]',
    summary: 'help_retry',
    examples: [
      ['retry 2b1f0c6e-0000-4000-8000-000000000001', 'help_retry_one'],
      ['retry --all --error rejected', 'help_retry_all'],
    ],
    notes: 'help_retry_notes',
  },
  (command, say) =>
    command.option('--all', say('opt_retry_all')).addOption(kindOption(say)).addOption(errorOption(say)),
  async (context, options: Options, [id]) => {
    if ((id === undefined) === (options.all !== true)) return err(misuse(cliSaying('retry_needs')))
    if (id === undefined) return withSync(context, ({ sync }) => retryAll(sync, options))
    if (options.error !== undefined) return err(misuse(cliSaying('error_is_for_all')))
    const read = readId(id)
    if (read.isErr()) return err(read.error)
    return withSync(context, ({ sync }) => retryOne(sync, read.value, options.kind))
  },
)

async function retryAll(sync: Sync, { kind, error }: Options): Answered {
  const retried = await sync.retryAll({ ...(kind && { kind }), ...(error && { error }) })
  return retried.map((result) => answerOf(result.retried)).mapErr(failureOf)
}

/** The ids of the CRM are GUIDs: no two records have one, whatever their kinds. */
async function retryOne(sync: Sync, id: string, only: EntityKind | undefined): Answered {
  let retried = 0
  for (const kind of RECORD_KINDS) {
    if (only !== undefined && kind !== only) continue
    const result: Result<number, Failure> = (await sync.retry({ kind, id }))
      .map((end) => (end === 'retried' ? 1 : 0))
      .mapErr(failureOf)
    if (result.isErr()) return err(result.error)
    retried += result.value
  }
  return retried > 0 ? ok(answerOf(retried)) : err(notHere(cliSaying('not_among_failures', { id })))
}

function answerOf(retried: number): Answer {
  return {
    exitCode: DONE,
    result: { retried },
    text: ({ speech }) =>
      retried === 0 ? speech.say('nothing_failed') : speech.say('records_retried', { count: retried }),
  }
}
