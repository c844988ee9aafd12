import type { Answer } from '../answer'
import type { ExitCode } from '../exit-codes'
import type { Failure } from '../failure'
import type { Io } from '../io'
import { styleOf } from './style'

/** Prints what a command has to say: one JSON document where that is wanted, else text. */
export function printAnswer(io: Io, command: string, answer: Answer, asJson: boolean): ExitCode {
  const { exitCode, result } = answer
  if (asJson) io.stdout.write(documentOf({ command, ok: exitCode === 0, exitCode, result }))
  else io.stdout.write(withNewline(answer.text(styleOf(io.stdout, io.env))))
  return exitCode
}

/** Prints why a command failed: one JSON document on stdout where that is wanted, else lines on stderr. */
export function printFailure(io: Io, command: string, failure: Failure, asJson: boolean): ExitCode {
  const { exitCode, kind, message, details } = failure
  if (asJson) {
    io.stdout.write(documentOf({ command, ok: false, exitCode, error: { kind, message, details } }))
    return exitCode
  }
  const { colors } = styleOf(io.stderr, io.env)
  const lines = [`${colors.red('error')} ${message}`, ...details.map((detail) => `  ${detail}`)]
  io.stderr.write(withNewline(lines.join('\n')))
  return exitCode
}

const documentOf = (content: object) => `${JSON.stringify(content, null, 2)}\n`

const withNewline = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
