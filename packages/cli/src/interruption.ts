import { STOPPED_BY, type ExitCode } from './exit-codes'
import type { Io } from './io'

/** Whether somebody wants the command to end. */
export interface Interruption {
  /** Aborted by the first Ctrl-C or SIGTERM, or when the terminal goes away. A second signal ends the process at once. */
  readonly signal: AbortSignal
  /** The exit code of a command that the signal ended before it was done. */
  exitCode(): ExitCode
  /** For a command whose stop has a time limit of its own: further signals end nothing, and `again` hears of them. */
  stopsInTime(again: () => void): void
  /** Leaves signals alone again. */
  end(): void
}

/** Listens for signals. `stopping` says, once, that what is under way is being ended. */
export function watchForInterruption(io: Io, stopping: () => void): Interruption {
  const controller = new AbortController()
  let code: ExitCode = STOPPED_BY.SIGINT
  let again = () => io.exitNow(code)
  let isTold = true
  const end = io.onSignal((signal) => {
    if (controller.signal.aborted) {
      again()
      return
    }
    code = STOPPED_BY[signal]
    if (isTold) stopping()
    controller.abort()
  })
  const stopsInTime = (tell: () => void) => {
    again = tell
    isTold = false
  }
  return { signal: controller.signal, exitCode: () => code, stopsInTime, end }
}
