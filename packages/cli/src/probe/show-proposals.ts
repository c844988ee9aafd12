import { basename } from 'node:path'
import type { Proposal } from '@siagh-sync/probe'
import { err, ok, type Result } from 'neverthrow'
import type { CommandContext } from '../context'
import { cannotStart, type Failure } from '../failure'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import { applyEdit, editFile } from '../config-file/edit-file'
import { isOnlyChange } from './compare-configs'
import { editJson, editTypeScript } from './edit-config'
import type { ProposalsShown } from './probe-text'
import { ruleLines } from './rule-lines'

/** Shows the proposed rules as a change of the configuration file. `isWritten`: changes the file, where that can be done surely. */
export async function showProposals(
  context: CommandContext,
  proposals: readonly Proposal[],
  isWritten: boolean,
): Promise<Result<ProposalsShown, Failure>> {
  if (proposals.length === 0) return ok({ is: 'none' })
  const { io, options } = context
  const byHand = (file?: string): ProposalsShown => ({
    is: 'by-hand',
    file: file === undefined ? undefined : basename(file),
    lines: ruleLines(proposals, commentOf).flatMap(({ whole }) => whole),
  })
  try {
    const edit = await editFile({ cwd: io.cwd, configFile: options.config }, (text, isJson) =>
      isJson ? editJson(text, proposals) : editTypeScript(text, proposals, commentOf),
    )
    if (edit?.edited === undefined) return ok(byHand(edit?.file))
    const { diff } = edit.edited
    const file = basename(edit.file)
    if (!isWritten) return ok({ is: 'proposed', file, diff })
    const applied = await applyEdit(edit, {
      load: async (path) => context.loadConfig(path),
      isMeant: (before, after) => isOnlyChange(before, after, proposals),
      keptAs: 'before-probe',
    })
    return ok(applied.isErr() ? byHand(edit.file) : { is: 'written', file, kept: applied.value.kept, diff })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(cannotStart(cliSaying('file_unwritable', { file: options.config ?? 'siagh-sync.config', reason })))
  }
}

/** The comment above a proposed rule. In English, as all of the file that `init` writes. */
function commentOf({ because }: Proposal): string {
  return inEnglish(cliSaying('probing_comment', { because }))
}
