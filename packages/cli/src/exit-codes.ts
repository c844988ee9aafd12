/** The exit codes of the commands, for scripts that call them. */
export type ExitCode = 0 | 1 | 2 | 3 | 129 | 130 | 143

/** All there is to do was done. */
export const DONE = 0
/** It could not be done. */
export const FAILED = 1
/** It was not tried: the command line, the configuration or a file that was handed in is wrong. */
export const MISUSED = 2
/** It was done, and what it found wants a person: failures, documents in doubt, undecided contacts, drift. */
export const DONE_WITH_FAILURES = 3

/** Ended by a signal before it was done: 128 and the signal's number, as a shell would have it. */
export const STOPPED_BY = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
