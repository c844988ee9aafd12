#!/usr/bin/env node
import { existsSync } from 'node:fs'
import process from 'node:process'
import { FAILED, MISUSED } from './exit-codes'
import type { Io } from './io'
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

const exitCode = loadEnvironment() ? await runCli(process.argv.slice(2), io) : MISUSED
// A pipe takes what is written to it when it can; the process must not end before.
await new Promise((resolve) => process.stdout.write('', resolve))
if (unwritten !== undefined) process.stderr.write(`error The output could not be written: ${unwritten}\n`)
process.exit(unwritten === undefined ? exitCode : FAILED)

function loadEnvironment(): boolean {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env')
    return true
  } catch (error) {
    process.stderr.write(
      `error The file .env of this folder cannot be read: ${String(error).replace(/^\w*Error: /, '')}\n`,
    )
    return false
  }
}
