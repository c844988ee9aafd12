import { resolve } from 'node:path'
import type { Moved } from '@siagh-sync/adapter-store-sql/transfer'
import { err, ok, type Result } from 'neverthrow'
import { DONE } from '../exit-codes'
import { misuse, type Failure } from '../failure'
import type { StoreAddress } from '@siagh-sync/service'
import { attempt, countsSaying } from './copied-text'
import { define } from './define'
import { cliSaying } from '../messages/cli-messages'
import type { Speech } from '../speech/speech'

interface Options {
  readonly to: string
  readonly schema?: string
}

export const registerMoveStore = define(
  {
    usage: 'move-store',
    summary: 'help_move_store',
    examples: [
      ['move-store --to postgresql://sync@10.0.0.8/books', 'help_move_store_to'],
      ['move-store --to ./siagh-sync.db', 'help_move_store_back'],
    ],
    notes: 'help_move_store_notes',
  },
  (command, say) =>
    command.requiredOption('--to <place>', say('opt_move_to')).option('--schema <name>', say('opt_move_schema')),
  async ({ io, loadConfig }, options: Options) => {
    const config = await loadConfig()
    if (config.isErr()) return err(config.error)
    const { addressOf, withPlace } = await import('../open/service')
    const from = addressOf(config.value)
    const to = targetOf(options, io.cwd, config.value.store.schema)
    if (to.isErr()) return err(to.error)
    if ('url' in from === 'url' in to.value)
      return err(misuse(cliSaying('url' in from ? 'already_in_postgres' : 'already_a_file')))
    const { moveStore } = await import('@siagh-sync/adapter-store-sql/transfer')
    const setting = 'url' in to.value ? 'DATABASE_URL' : 'STORE_FILE'
    return attempt(
      withPlace(from, (source) =>
        withPlace(to.value, async (target) => {
          const moved = await moveStore(source, target)
          const { counts, checksum, wasThere } = moved
          return {
            exitCode: DONE,
            result: { from: source.name, to: target.name, counts, checksum, wasThere },
            text: ({ speech }) => textOf({ from: source.name, to: target.name }, moved, setting, speech),
          }
        }),
      ),
    )
  },
)

function textOf(
  places: { readonly from: string; readonly to: string },
  moved: Moved,
  setting: string,
  speech: Speech,
): string {
  return [
    speech.say(moved.wasThere ? 'moved_before' : 'moved_all', { ...places, counts: countsSaying(moved) }),
    speech.say('moved_checksum', { checksum: moved.checksum.slice(0, 16) }),
    speech.say('now_set', { setting }),
  ].join('\n')
}

function targetOf({ to, schema }: Options, cwd: string, standard: string): Result<StoreAddress, Failure> {
  const place = to.trim()
  if (/^postgres(ql)?:\/\//i.test(place)) {
    if (!URL.canParse(place)) return err(misuse(cliSaying('target_address_wrong')))
    // PostgreSQL would take the database that has the name of the user.
    if (!/^\/./.test(new URL(place).pathname)) {
      return err(misuse(cliSaying('target_without_database')))
    }
    return ok({ url: place, schema: schema ?? standard })
  }
  const isFile = place !== '' && !/^\w{2,}:\/\//.test(place)
  if (!isFile) return err(misuse(cliSaying('target_wrong')))
  if (schema !== undefined) return err(misuse(cliSaying('schema_is_for_database')))
  return ok({ file: resolve(cwd, place) })
}
