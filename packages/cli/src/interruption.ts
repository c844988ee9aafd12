import { STOPPED_BY, type ExitCode } from './exit-codes'
import type { Io } from './io'

/** Whether somebody wants the command to end. */
export interface Interruption {
  /** Aborted by the first Ctrl-C or SIGTERM, or when the terminal goes away. A second signal ends the process at once. */
  readonly signal: AbortSignal
  /** The exit code of a command that the signal ended before it was done. */
  exitCode(): ExitCode
  /** Leaves signals alone again. */
  end(): void
}

/** Listens for signals. `stopping` says, once, that what is under way is being ended. */
export function watchForInterruption(io: Io, stopping: () => void): Interruption {
  const controller = new AbortController()
  let code: ExitCode = STOPPED_BY.SIGINT
  const end = io.onSignal((signal) => {
    if (controller.signal.aborted) {
      io.exitNow(code)
      return
    }
    code = STOPPED_BY[signal]
    stopping()
    controller.abort()
  })
  return { signal: controller.signal, exitCode: () => code, end }
}
