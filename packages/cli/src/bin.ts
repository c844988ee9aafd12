#!/usr/bin/env node
import { existsSync } from 'node:fs'
import process from 'node:process'
import type { Io } from './io'
import { runCli } from './run-cli'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

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

// `siagh-sync … | head` closes the pipe while there is more to come: what is being done goes on, and nobody hears of it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

if (existsSync('.env')) process.loadEnvFile('.env')
const exitCode = await runCli(process.argv.slice(2), io)
// A pipe takes what is written to it when it can; the process must not end before.
await new Promise((resolve) => process.stdout.write('', resolve))
process.exit(exitCode)
