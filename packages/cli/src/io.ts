import type { Readable, Writable } from 'node:stream'

/** Where a program writes: a terminal, or a file, a pipe, a test. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** What a run of the command line touches of the world, so that a test can hand it another one. */
export interface Io {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly stdin: Readable & { readonly isTTY?: boolean }
  /** Results. */
  readonly stdout: Output
  /** Everything else: progress, warnings, errors. */
  readonly stderr: Output
  /** Calls `listener` for SIGINT, SIGTERM and SIGHUP; the returned function ends that. */
  readonly onSignal: (listener: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void) => () => void
  /** Ends the process, whatever is under way. */
  readonly exitNow: (code: number) => void
}
