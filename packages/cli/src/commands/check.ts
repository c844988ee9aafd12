import { err, ok, type Result } from 'neverthrow'
import stringWidth from 'string-width'
import type { Answer } from '../answer'
import type { CheckLine } from '../check/check-line'
import type { CommandContext } from '../context'
import { DONE, FAILED } from '../exit-codes'
import type { Failure } from '../failure'
import { checkNames } from '../messages/check-messages'
import { inEnglish } from '../messages/cli-messages'
import { padded } from '../output/beside'
import type { Style } from '../output/style'
import { oneLine } from '../output/table'
import { wrap } from '../output/wrap'
import { define } from './define'

export const registerCheck = define(
  {
    usage: 'check',
    summary: 'help_check',
    examples: [
      ['check', 'help_check_first'],
      ['check --json', 'help_check_monitor'],
    ],
    notes: 'help_check_notes',
  },
  (command) => command,
  (context) => checkAll(context),
)

/** Looks at everything that has to be in place. */
export async function checkAll(context: CommandContext): Promise<Result<ReturnType<typeof answerOf>, Failure>> {
  const config = await context.loadConfig()
  if (config.isErr()) return err(config.error)
  const { checks } = await import('../check/checks')
  const lines: CheckLine[] = []
  for (const check of checks(config.value)) {
    if (context.interruption.signal.aborted) break
    await check((line) => lines.push(line))
  }
  return ok(answerOf(lines))
}

function answerOf(lines: readonly CheckLine[]) {
  return {
    exitCode: lines.some(({ status }) => status === 'failed') ? FAILED : DONE,
    result: { checks: lines.map(dataOf) },
    text: (style: Style) => textOf(lines, style),
  } satisfies Answer
}

function dataOf({ name, status, message, advice }: CheckLine) {
  return {
    name,
    status,
    ...(typeof message !== 'string' && { code: message.code }),
    message: inEnglish(message),
    ...(advice && { advice: inEnglish(advice) }),
  }
}

function textOf(lines: readonly CheckLine[], style: Style): string {
  const { colors, speech } = style
  const { green, red, yellow, dim } = colors
  const paint = { ok: green, failed: red, warning: yellow, skipped: dim }
  const words = {
    ok: speech.say('status_ok'),
    failed: speech.say('status_fault'),
    warning: speech.say('status_warning'),
    skipped: speech.say('status_skipped'),
  }
  const statusWidth = Math.max(...lines.map(({ status }) => stringWidth(words[status])))
  const names = lines.map(({ name }) => nameIn(style, name))
  const nameWidth = Math.max(...names.map((name) => stringWidth(name)))
  const indent = ' '.repeat(statusWidth + nameWidth + 4)
  return lines
    .flatMap(({ status, message, advice }, at) => [
      `${paint[status](padded(style, words[status], statusWidth))}  ${padded(style, names[at] ?? '', nameWidth)}  ${inColumn(style, indent, message)}`,
      ...(advice === undefined ? [] : [indent + inColumn(style, indent, advice)]),
    ])
    .join('\n')
}

function nameIn({ speech }: Style, name: string): string {
  const code = `looked_at_${name}`
  return isNamed(code) ? speech.say(code) : name
}

function isNamed(code: string): code is keyof typeof checkNames {
  return Object.hasOwn(checkNames, code)
}

/** What is said, in a column that has `indent` before it. */
function inColumn({ columns, speech }: Style, indent: string, said: CheckLine['message']): string {
  const lines = wrap(oneLine(speech.tell(said)), columns && columns - indent.length)
  return lines.replaceAll('\n', `\n${indent}`)
}
