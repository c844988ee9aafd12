import { basename } from 'node:path'
import type { Config } from '@siagh-sync/service'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { applyEdit, editFile, type ProposedEdit } from '../config-file/edit-file'
import type { CommandContext } from '../context'
import { cannotStart, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { isOnlySettings, setInJson, setInTypeScript, type WantedSettings } from './edit-setting'
import { SETTINGS, type SettingStep } from './steps'
import type { Walk } from './walk'

/** What became of a change: the sentence that it is written, or what a person has to change. */
interface ChangedSetting {
  readonly written?: Saying
  readonly byHand: readonly Saying[]
}

/** Sets what the step asks for in the configuration file, after a person has seen the change. Where that cannot be done surely, says what to change. */
export async function changeSetting(
  walk: Walk,
  step: SettingStep,
  { mount }: Pick<Config, 'mount'>,
): Promise<Result<ChangedSetting, Failure>> {
  const { context } = walk
  const wanted: WantedSettings = SETTINGS[step]
  const variables = await setByVariables(context, wanted)
  if (variables.isErr()) return err(variables.error)
  if (variables.value.length > 0) return ok({ byHand: variables.value })
  const { io, options } = context
  try {
    const edit = await editFile({ cwd: io.cwd, configFile: options.config }, (text, isJson) =>
      isJson ? setInJson(text, wanted) : setInTypeScript(text, wanted),
    )
    // A line at the top of the file would be for all companies.
    const isForAll = mount !== ''
    if (edit?.edited === undefined || isForAll) return ok({ byHand: [byHand(wanted, edit)] })
    return await write(walk, wanted, edit)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(cannotStart(cliSaying('file_unwritable', { file: options.config ?? 'siagh-sync.config', reason })))
  }
}

async function write(
  { context, tell, consents }: Walk,
  wanted: WantedSettings,
  edit: ProposedEdit,
): Promise<Result<ChangedSetting, Failure>> {
  const file = basename(edit.file)
  for (const line of edit.edited?.diff ?? []) tell(cliSaying('go_live_diff_line', { line }))
  const isWanted = await consents(cliSaying('go_live_ask_write', { file }))
  if (isWanted.isErr()) return err(isWanted.error)
  if (!isWanted.value) return ok({ byHand: [byHand(wanted, edit)] })
  const applied = await applyEdit(edit, {
    load: async (path) => context.loadConfig(path),
    isMeant: (before, after) => isOnlySettings(before, after, wanted),
    keptAs: 'before-go-live',
  })
  if (applied.isErr()) return ok({ byHand: [byHand(wanted, edit)] })
  return ok({ written: cliSaying('probing_written', { file, kept: applied.value.kept }), byHand: [] })
}

/** A variable wins over the file, so a change of the file would do nothing. */
async function setByVariables(
  { loadService }: CommandContext,
  wanted: WantedSettings,
): Promise<Result<readonly Saying[], Failure>> {
  return (await loadService({ isForService: false })).map(({ settings }) =>
    settings.flatMap(({ path, variable, value, source }) => {
      const name = path.split('.').at(-1)
      const given = name === 'mode' ? wanted.mode : name === 'hold' ? wanted.hold : undefined
      const isVariable = source === 'environment' || source.startsWith('.env')
      if (given === undefined || variable === undefined || value === given || !isVariable) return []
      return [
        source === 'environment'
          ? cliSaying('go_live_set_variable', { variable, value: given })
          : cliSaying('go_live_set_in_env_file', { variable, value: given, source }),
      ]
    }),
  )
}

function byHand({ mode, hold }: WantedSettings, edit?: ProposedEdit): Saying {
  const lines = [`mode: '${mode}'`, ...(hold === undefined ? [] : [`hold: '${hold}'`])].join(', ')
  return edit === undefined
    ? cliSaying('go_live_set_somewhere', { lines })
    : cliSaying('go_live_set_in_file', { lines, file: basename(edit.file) })
}
