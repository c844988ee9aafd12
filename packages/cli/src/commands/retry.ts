import { err, ok, type Result } from 'neverthrow'
import type { EntityKind, SyncErrorKind } from '@siagh-sync/sync-core'
import type { Answer, Answered } from '../answer'
import { DONE } from '../exit-codes'
import { misuse, notHere, type Failure } from '../failure'
import type { Operator } from '../operator/operator'
import { withOperator } from '../operator/with-operator'
import { define, kindOption, remoteOption } from './define'
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
    command
      .option('--all', say('opt_retry_all'))
      .addOption(kindOption(say))
      .addOption(errorOption(say))
      .option(...remoteOption(say)),
  async (context, options: Options, [id]) => {
    if ((id === undefined) === (options.all !== true)) return err(misuse(cliSaying('retry_needs')))
    if (id === undefined) return withOperator(context, ({ operator }) => retryAll(operator, options))
    if (options.error !== undefined) return err(misuse(cliSaying('error_is_for_all')))
    const read = readId(id)
    if (read.isErr()) return err(read.error)
    return withOperator(context, ({ operator }) => retryOne(operator, read.value, options.kind))
  },
)

async function retryAll(operator: Operator, { kind, error }: Options): Answered {
  const retried = await operator.retryAll({ ...(kind && { kind }), ...(error && { error }) })
  return retried.map((result) => answerOf(result.retried))
}

/** The ids of the CRM are GUIDs: no two records have one, whatever their kinds. */
async function retryOne(operator: Operator, id: string, only: EntityKind | undefined): Answered {
  let retried = 0
  for (const kind of RECORD_KINDS) {
    if (only !== undefined && kind !== only) continue
    const result: Result<number, Failure> = (await operator.retry({ kind, id })).map((end) =>
      end === 'retried' ? 1 : 0,
    )
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
