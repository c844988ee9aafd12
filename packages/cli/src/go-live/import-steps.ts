import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { err, ok, type Result } from 'neverthrow'
import { backUp } from '../commands/backup'
import { importAll } from '../commands/import'
import { freeName } from '../config-file/edit-file'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import type { Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import type { StepEnd, Walk } from './walk'

const BACKUP = 'siagh-sync-before-import.db'
/** Every contact, with what is decided about it. */
const REPORT = 'import.csv'
/** How many rows of each kind are shown. */
const LIMIT = 10

/** Backs up the store. Backups of the two servers are for their administrators to make. */
export async function goBackup({ context, show, consents }: Walk): Promise<Result<StepEnd, Failure>> {
  const areMade = await consents(cliSaying('go_live_ask_backups'))
  if (areMade.isErr()) return err(areMade.error)
  if (!areMade.value) {
    const todo = [cliSaying('go_live_mend_backup')]
    return ok({ isDone: false, exitCode: DONE_WITH_FAILURES, found: [], todo })
  }
  const file = basename(freeName(join(context.io.cwd, BACKUP)))
  const answered = await backUp(context, file, {})
  if (answered.isErr()) return err(answered.error)
  if (answered.value !== 'announced') show(answered.value)
  return ok({ isDone: true, exitCode: DONE, found: [cliSaying('go_live_found_backup', { file })], todo: [] })
}

/** A dry run. The first one writes the report; the next ones read what was decided in it. */
export async function goImportDry({ context, show, isContent }: Walk): Promise<Result<StepEnd, Failure>> {
  const isDecided = existsSync(join(context.io.cwd, REPORT))
  const answered = await importAll(context, {
    limit: LIMIT,
    hints: false,
    [isDecided ? 'decisions' : 'report']: REPORT,
  })
  if (answered.isErr()) return err(answered.error)
  show(answered.value)
  const { exitCode, result } = answered.value
  const { created = 0, linked = 0, undecided = 0 } = result.actions ?? {}
  const found = [cliSaying('go_live_found_import-dry', { created, linked, undecided })]
  const end = { exitCode, found, todo: [cliSaying('go_live_mend_import-dry', { file: REPORT })] }
  if (exitCode !== DONE_WITH_FAILURES) return ok({ ...end, isDone: exitCode === DONE })
  return (await isContent(cliSaying('go_live_ask_open_contacts'))).map((isDone) => ({ ...end, isDone }))
}

/** The import. It asks by itself before it writes. */
export async function goImport({ context, show, isYes, isContent }: Walk): Promise<Result<StepEnd, Failure>> {
  const isDecided = existsSync(join(context.io.cwd, REPORT))
  const decisions = isDecided && { decisions: REPORT }
  const answered = await importAll(context, { limit: LIMIT, hints: false, apply: true, yes: isYes, ...decisions })
  if (answered.isErr()) return err(answered.error)
  show(answered.value)
  const { exitCode, result } = answered.value
  const { created = 0, linked = 0, unchanged = 0, failed = 0 } = result.actions ?? {}
  const found = [cliSaying('go_live_found_import', { created, linked, unchanged, failed })]
  const end = { exitCode, found, todo: [cliSaying('go_live_mend_import', { file: REPORT })] }
  if (exitCode !== DONE_WITH_FAILURES) return ok({ ...end, isDone: exitCode === DONE })
  return (await isContent(cliSaying('go_live_ask_open_contacts'))).map((isDone) => ({ ...end, isDone }))
}
