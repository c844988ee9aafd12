import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { err } from 'neverthrow'
import type { Answered } from '../answer'
import type { CommandContext } from '../context'
import { DONE } from '../exit-codes'
import { misuse } from '../failure'
import { isoTime } from '../output/time'
import { attempt, countsSaying } from './copied-text'
import { define } from './define'
import { cliSaying } from '../messages/cli-messages'

interface Options {
  readonly force?: boolean
}

export const registerBackup = define(
  {
    usage: 'backup <file>',
    summary: 'help_backup',
    examples: [
      ['backup /backups/siagh-sync-2026-03-01.db', 'help_backup_file'],
      ['backup /backups/latest.db --force', 'help_backup_force'],
    ],
    notes: 'help_backup_notes',
  },
  (command, say) => command.option('--force', say('opt_backup_force')),
  (context, options: Options, [file = '']) => backUp(context, file, options),
)

/** Copies the store into a file. A file that is there is refused without `force`. */
export async function backUp({ io, loadConfig }: CommandContext, file: string, { force = false }: Options): Answered {
  const config = await loadConfig()
  if (config.isErr()) return err(config.error)
  const to = { file: resolve(io.cwd, file), replace: force }
  if (!force && existsSync(to.file)) return err(misuse(cliSaying('file_is_there', { file: to.file })))
  const { addressOf, withPlace } = await import('../open/service')
  const { backUpStore } = await import('@siagh-sync/adapter-store-sql/transfer')
  return attempt(
    withPlace(addressOf(config.value), async (from) => {
      const made = await backUpStore(from, to)
      const { counts, checksum } = made
      return {
        exitCode: DONE,
        result: { file: made.file, store: from.name, madeAt: isoTime(made.madeAt), counts, checksum },
        text: ({ speech }) =>
          speech.say('backup_holds', { file: made.file, store: from.name, counts: countsSaying(made) }),
      }
    }),
  )
}
