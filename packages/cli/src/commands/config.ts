import type { SettingInForce } from '@siagh-sync/service'
import { err, ok } from 'neverthrow'
import type { Answer } from '../answer'
import { DONE } from '../exit-codes'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import type { Style } from '../output/style'
import { table } from '../output/table'
import type { Speech } from '../speech/speech'
import { define } from './define'

export const registerConfig = define(
  {
    usage: 'config',
    summary: 'help_config',
    examples: [
      ['config', 'help_config_where'],
      ['config --json', 'help_config_program'],
    ],
    notes: 'help_config_notes',
  },
  (command) => command,
  async (context) => {
    const loaded = await context.loadService({ isForService: false })
    if (loaded.isErr()) return err(loaded.error)
    const { withoutPassword } = await import('../open/service')
    return ok(
      answerOf(loaded.value.settings.map((setting) => ({ ...setting, value: shown(setting, withoutPassword) }))),
    )
  },
)

const MASK = '••••••'

/** The value as it may be read by anybody. */
function shown({ path, value, isSecret }: SettingInForce, withoutPassword: (url: string) => string): unknown {
  if (typeof value === 'function') return inEnglish(cliSaying('setting_function'))
  if (!isSecret) return value
  return path.endsWith('.url') && typeof value === 'string' ? withoutPassword(value) : MASK
}

function answerOf(settings: readonly SettingInForce[]): Answer {
  return { exitCode: DONE, result: { settings }, text: (style) => settingsText(settings, style) }
}

function settingsText(settings: readonly SettingInForce[], style: Style): string {
  const { speech } = style
  const columns = [
    { head: speech.say('head_setting'), isWhole: true },
    { head: speech.say('head_variable'), isWhole: true },
    { head: speech.say('head_value'), narrowest: 24 },
    { head: speech.say('head_from') },
  ]
  const rows = settings.map(({ path, variable = '', value, source }) => [
    path,
    variable,
    valueIn(path, value, speech),
    sourceIn(source, speech),
  ])
  return table(style, columns, rows)
}

function sourceIn(source: string, speech: Speech): string {
  if (isNamed(source)) return speech.say(`source_${source}`)
  const [, file, line] = /^(.+), line (\d+)$/.exec(source) ?? []
  return file === undefined ? source : speech.say('source_line', { file, line: Number(line) })
}

const NAMED = ['default', 'environment', 'command line'] as const

/** Whether a source is one of those that are no file. */
function isNamed(source: string): source is (typeof NAMED)[number] {
  return NAMED.some((name) => name === source)
}

/** A value with its unit, if the name of its setting says one. */
function valueIn(path: string, value: unknown, speech: Speech): string {
  if (typeof value === 'number') {
    const unit = UNITS.find(([end]) => path.endsWith(end))?.[1]
    return unit === undefined ? speech.number(value) : speech.say(unit, { count: value })
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const UNITS = [
  ['Ms', 'milliseconds'],
  ['Seconds', 'seconds'],
] as const
