import { err, ok } from 'neverthrow'
import type { Answer } from '../answer'
import type { CheckLine } from '../check/check-line'
import { DONE, FAILED } from '../exit-codes'
import type { Style } from '../output/style'
import { oneLine } from '../output/table'
import { define } from './define'

export const registerCheck = define(
  {
    usage: 'check',
    summary: 'looks whether everything is in place, and says what to do where it is not',
    examples: [
      ['check', 'before the first day, and whenever something seems wrong'],
      ['check --json', 'for a monitor'],
    ],
    notes:
      'Reaches both servers, logs in, reads one record, compares clocks; opens the store, rings the queue, and calls the\nwebhook address with the right secret and a wrong one. Writes nothing to either server. Exit code 1 where a line failed.',
  },
  (command) => command,
  async (context) => {
    const config = await context.loadConfig()
    if (config.isErr()) return err(config.error)
    const { checks } = await import('../check/checks')
    const lines: CheckLine[] = []
    for (const check of checks(config.value)) {
      if (context.interruption.signal.aborted) break
      await check((line) => lines.push(line))
    }
    return ok(answerOf(lines))
  },
)

function answerOf(lines: readonly CheckLine[]): Answer {
  return {
    exitCode: lines.some(({ status }) => status === 'failed') ? FAILED : DONE,
    result: { checks: lines },
    text: (style) => textOf(lines, style),
  }
}

function textOf(lines: readonly CheckLine[], style: Style): string {
  const { green, red, yellow, dim } = style.colors
  const paint = { ok: green, failed: red, warning: yellow, skipped: dim }
  const statusWidth = Math.max(...lines.map(({ status }) => status.length))
  const nameWidth = Math.max(...lines.map(({ name }) => name.length))
  return lines
    .flatMap(({ status, name, message, advice }) => [
      `${paint[status](status.padEnd(statusWidth))}  ${name.padEnd(nameWidth)}  ${oneLine(message)}`,
      ...(advice === undefined ? [] : [`${' '.repeat(statusWidth + nameWidth + 4)}${advice}`]),
    ])
    .join('\n')
}
