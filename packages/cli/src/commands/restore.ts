import { resolve } from 'node:path'
import { err, type Result } from 'neverthrow'
import type { Answer } from '../answer'
import type { CommandContext } from '../context'
import type { Config } from '@siagh-sync/service'
import { DONE } from '../exit-codes'
import { failureOf, misuse, type Failure } from '../failure'
import { isoTime } from '../output/time'
import { attempt, countsSaying } from './copied-text'
import { define } from './define'
import { cliSaying } from '../messages/cli-messages'
import { paragraph } from '../output/wrap'

interface Options {
  readonly replace?: boolean
  readonly doneOtherwise?: boolean
  readonly clockIsRight?: boolean
}

export const registerRestore = define(
  {
    usage: 'restore [file]',
    summary: 'help_restore',
    examples: [
      ['restore /backups/siagh-sync-2026-03-01.db', 'help_restore_empty'],
      ['restore /backups/siagh-sync-2026-03-01.db --replace', 'help_restore_replace'],
      ['restore --done-otherwise', 'help_restore_otherwise'],
    ],
    notes: 'help_restore_notes',
  },
  (command, say) =>
    command
      .option('--replace', say('opt_restore_replace'))
      .option('--done-otherwise', say('opt_done_otherwise'))
      .option('--clock-is-right', say('opt_clock_is_right')),
  async (context, options: Options, [file]) => {
    const isMisused = (file === undefined) !== (options.doneOtherwise === true)
    if (isMisused) return err(misuse(cliSaying('restore_needs')))
    const config = await context.loadConfig()
    if (config.isErr()) return err(config.error)
    if (file === undefined) return remember(context, config.value, options)
    return restore(resolve(context.io.cwd, file), config.value, options)
  },
)

async function restore(
  file: string,
  config: Config,
  { replace = false, clockIsRight = false }: Options,
): Promise<Result<Answer, Failure>> {
  const { addressOf, withPlace } = await import('../open/service')
  const address = addressOf(config)
  if (replace && 'url' in address) {
    return err(misuse(cliSaying('replace_is_for_file')))
  }
  const { restoreStore } = await import('@siagh-sync/adapter-store-sql/transfer')
  return attempt(
    withPlace('file' in address ? { ...address, setAside: replace } : address, async (to) => {
      const restored = await restoreStore(file, to, { clockIsRight })
      const { counts, checksum, restoredAt, backedUpAt } = restored
      const times = {
        ...(backedUpAt !== undefined && { backedUpAt: isoTime(backedUpAt) }),
        restoredAt: isoTime(restoredAt),
      }
      return {
        exitCode: DONE,
        result: { file, store: to.name, ...times, counts, checksum },
        text: (style) =>
          [
            style.speech.say('restored_from', { store: to.name, file, counts: countsSaying(restored) }),
            paragraph(style, style.speech.say('unknown_since_backup')),
          ].join('\n'),
      }
    }),
  )
}

/** For a store that pg_restore, a snapshot of a disk or a standby has set back. */
async function remember(
  context: CommandContext,
  config: Config,
  { clockIsRight = false }: Options,
): Promise<Result<Answer, Failure>> {
  const { addressOf, createClosings, openStore, withPlace } = await import('../open/service')
  const { refuseOlderClock } = await import('@siagh-sync/adapter-store-sql/transfer')
  const { silentLogger } = await import('@siagh-sync/sync-core')
  const closings = createClosings()
  try {
    await withPlace(addressOf(config), (place) => refuseOlderClock(place, { clockIsRight }))
    const store = await openStore(config, silentLogger, closings)
    const restoredAt = Date.now()
    const added = await store.gaps.add({ restoredAt })
    return added.mapErr(failureOf).map(() => ({
      exitCode: DONE,
      result: { restoredAt: isoTime(restoredAt) },
      text: (style) =>
        [style.speech.say('restore_remembered'), paragraph(style, style.speech.say('unknown_since_backup'))].join('\n'),
    }))
  } catch (error) {
    return await attempt(Promise.reject(error instanceof Error ? error : new Error(String(error))))
  } finally {
    for (const failure of await closings.close()) context.note(failure)
  }
}
