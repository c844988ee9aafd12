import type { ConfigError, StartError } from '@siagh-sync/service'
import type { QueueUnavailable, SyncError } from '@siagh-sync/sync-core'
import { FAILED, MISUSED, type ExitCode } from './exit-codes'

/** Why a command did not do what it was asked for. */
export interface Failure {
  readonly exitCode: ExitCode
  /** The `kind` of the core's error, `usage` or `config` for what was not tried, `start` for what could not be opened, `stopped` by a signal. */
  readonly kind:
    SyncError['kind'] | QueueUnavailable['kind'] | 'usage' | 'config' | 'start' | 'stopped' | 'not_found_here'
  readonly message: string
  /** One line each: reasons, issues, candidates. */
  readonly details: readonly string[]
}

/** The command line, or a file that it names, is wrong. */
export function misuse(message: string, details: readonly string[] = []): Failure {
  return { exitCode: MISUSED, kind: 'usage', message, details }
}

/** Something could not be opened, or is not there. */
export function cannotStart(message: string): Failure {
  return { exitCode: FAILED, kind: 'start', message, details: [] }
}

/** A configuration is wrong. */
export function configFailure({ message, details }: ConfigError): Failure {
  return { exitCode: MISUSED, kind: 'config', message, details }
}

/** The service, or what a command works with, could not be opened. */
export function startFailure(error: StartError | ConfigError): Failure {
  if (error.kind === 'config') return configFailure(error)
  return error.kind === 'start' ? cannotStart(error.message) : failureOf(error)
}

/** A signal, or Ctrl-C at a question, ended it before it began. */
export function stopped(exitCode: ExitCode, message: string): Failure {
  return { exitCode, kind: 'stopped', message, details: [] }
}

/** There is no such record in the list that was asked about. */
export function notHere(message: string): Failure {
  return { exitCode: FAILED, kind: 'not_found_here', message, details: [] }
}

/** An error of the core, with what it holds as lines. */
export function failureOf(error: SyncError | QueueUnavailable): Failure {
  return {
    exitCode: FAILED,
    kind: error.kind,
    message: messageOf(error),
    details: [...detailsOf(error), ...hintsFor(error)],
  }
}

const SYSTEMS = { crm: 'The CRM', siagh: 'Siagh' } as const

/** The words of a client are the same for both servers. */
function messageOf(error: SyncError | QueueUnavailable): string {
  const isOurWords = !('system' in error) || error.kind === 'not_found'
  return isOurWords ? error.message : `${SYSTEMS[error.system]}: ${error.message}`
}

function hintsFor({ kind }: SyncError | QueueUnavailable): string[] {
  return kind === 'unauthorized' || kind === 'unavailable' ? ['`siagh-sync check` says what to look at.'] : []
}

/** Reasons, issues or candidates of an error, one line each. They may be in the servers' words, and hold names. */
export function detailsOf(error: SyncError | QueueUnavailable): string[] {
  if ('reasons' in error) return error.reasons.map(({ field, message }) => (field ? `${field}: ${message}` : message))
  if ('issues' in error) return error.issues.map(({ path, message }) => `${path}: ${message}`)
  if ('candidates' in error) return error.candidates.map(({ code }) => `contact ${code}`)
  if ('path' in error) return [`at ${error.path}`]
  return []
}
