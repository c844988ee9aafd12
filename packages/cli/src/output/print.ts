import type { Answer } from '../answer'
import type { ExitCode } from '../exit-codes'
import type { Failure } from '../failure'
import type { Io } from '../io'
import { inEnglish } from '../messages/cli-messages'
import { forOutput } from './isolate'
import type { Speech } from '../speech/speech'
import { styleOf } from './style'
import { wrap } from './wrap'

/** Where and how a command prints. */
export interface Printer {
  readonly io: Io
  readonly speech: Speech
  /** One JSON document, the same in every language, in place of text. */
  readonly asJson: boolean
}

/** Prints what a command has to say. */
export function printAnswer({ io, speech, asJson }: Printer, command: string, answer: Answer): ExitCode {
  const { exitCode, result } = answer
  if (asJson) io.stdout.write(documentOf({ command, ok: exitCode === 0, exitCode, result }))
  else io.stdout.write(withNewline(forOutput(io.stdout, answer.text(styleOf(io.stdout, io.env, speech)))))
  return exitCode
}

/** Prints why a command failed: as a document on stdout, or as lines on stderr. */
export function printFailure({ io, speech, asJson }: Printer, command: string, failure: Failure): ExitCode {
  const { exitCode, kind, said } = failure
  if (asJson) {
    const { code } = said.message
    const error = { kind, code, message: inEnglish(said.message), details: said.details.map(inEnglish) }
    io.stdout.write(documentOf({ command, ok: false, exitCode, error }))
    return exitCode
  }
  const { colors, columns } = styleOf(io.stderr, io.env, speech)
  const head = `${colors.red(speech.say('error_word'))} ${speech.tell(said.message)}`
  const lines = [head, ...said.details.map((line) => `  ${speech.tell(line)}`)]
  const text = lines.map((line) => wrap(line, columns, '    ')).join('\n')
  io.stderr.write(withNewline(forOutput(io.stderr, text)))
  return exitCode
}

const documentOf = (content: object) => `${JSON.stringify(content, null, 2)}\n`

const withNewline = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)
