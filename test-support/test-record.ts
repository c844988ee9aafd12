import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which the workers of this run leave what was written and which secrets were in use. */
    readonly recordFolder: string
  }
}

const recordFolder = inject('recordFolder')

/** Keeps a text that somebody wrote to a log, the console or the terminal. */
export function recordOutput(text: string): void {
  appendFileSync(join(recordFolder, 'output'), `${text}\n`)
}

/** Tells the run that `secret` is in use: the run fails if it turns up in anything that is written out. */
export function noteSecret(secret: string): void {
  appendFileSync(join(recordFolder, 'secrets'), `${JSON.stringify(secret)}\n`)
}
