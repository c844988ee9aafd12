#!/usr/bin/env node
import process from 'node:process'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { loadEnvironment } from '@siagh-sync/service/env-file'
import { FAILED, MISUSED } from './exit-codes'
import type { Io } from './io'
import { cliSaying } from './messages/cli-messages'
import { tooOld } from './node-version'
import { forOutput } from './output/isolate'
import { styleOf } from './output/style'
import { wrap } from './output/wrap'
import { chooseLanguage } from './speech/choose-language'
import { createSpeech } from './speech/speech'
import { runCli } from './run-cli'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const io: Io = {
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  onSignal(listener) {
    for (const signal of SIGNALS) process.on(signal, listener)
    return () => {
      for (const signal of SIGNALS) process.off(signal, listener)
    }
  },
  exitNow: (code) => process.exit(code),
}

// `siagh-sync … | head` closes the pipe while there is more to come, and a terminal may be closed: what is being done goes on, and
// nobody hears of it. A disk that is full is heard of in the end.
const GONE = ['EPIPE', 'EIO']
let unwritten: string | undefined
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== undefined && GONE.includes(error.code)) return
    unwritten = error.message
  })
}

const old = tooOld(process.version)
if (old !== undefined) {
  tell('error_word', old)
  process.exit(FAILED)
}
const exitCode = takeEnvironment() ? await runCli(process.argv.slice(2), io) : MISUSED
// A pipe takes what is written to it when it can; the process must not end before.
await new Promise((resolve) => process.stdout.write('', resolve))
if (unwritten !== undefined) tell('error_word', cliSaying('output_unwritten', { reason: unwritten }))
process.exit(unwritten === undefined ? exitCode : FAILED)

/** Says something on stderr before or after a command. `.env` may set the language for what the command says itself. */
function tell(head: 'error_word' | 'warning_word', what: Saying): void {
  const speech = createSpeech(chooseLanguage(process.argv.slice(2), process.env))
  const { columns } = styleOf(process.stderr, process.env, speech)
  const text = wrap(`${speech.say(head)} ${speech.tell(what)}`, columns, '    ')
  process.stderr.write(`${forOutput(process.stderr, text)}\n`)
}

/** Adds what `.env` says. Its warnings are said, and so is why it cannot be read. */
function takeEnvironment(): boolean {
  return loadEnvironment(io.cwd, process.env).match(
    ({ values, warnings }) => {
      Object.assign(process.env, values)
      for (const warning of warnings) tell('warning_word', warning)
      return true
    },
    (faults) => {
      for (const fault of faults) tell('error_word', fault)
      return false
    },
  )
}
