import type { ConfigError, StartError } from '@siagh-sync/service'
import type { QueueUnavailable, SyncError } from '@siagh-sync/sync-core'
import { saidBy, type Said, type Saying } from '@siagh-sync/sync-core/messages'
import { FAILED, MISUSED, type ExitCode } from './exit-codes'
import { cliSaying } from './messages/cli-messages'

/** Why a command did not do what it was asked for. */
export interface Failure {
  readonly exitCode: ExitCode
  /** The `kind` of the core's error, `usage` or `config` for what was not tried, `start` for what could not be opened, `stopped` by a signal, `remote` by a service that runs elsewhere. */
  readonly kind:
    | SyncError['kind']
    | QueueUnavailable['kind']
    | 'usage'
    | 'config'
    | 'start'
    | 'stopped'
    | 'not_found_here'
    | 'remote'
  /** What is wrong, and a line each for reasons, issues, candidates and what to do. The lines may be in the servers' words, and hold names. */
  readonly said: Said
}

/** The command line, or a file that it names, is wrong. */
export function misuse(message: Saying, details: Said['details'] = []): Failure {
  return { exitCode: MISUSED, kind: 'usage', said: { message, details } }
}

/** Something could not be opened, or is not there. */
export function cannotStart(message: Saying): Failure {
  return { exitCode: FAILED, kind: 'start', said: { message, details: [] } }
}

/** A configuration is wrong. */
export function configFailure({ said }: ConfigError): Failure {
  return { exitCode: MISUSED, kind: 'config', said }
}

/** The service, or what a command works with, could not be opened. */
export function startFailure(error: StartError | ConfigError): Failure {
  if (error.kind === 'config') return configFailure(error)
  return error.kind === 'start' ? cannotStart(error.saying) : failureOf(error)
}

/** A signal, or Ctrl-C at a question, ended it before it began. */
export function stopped(exitCode: ExitCode, message: Saying): Failure {
  return { exitCode, kind: 'stopped', said: { message, details: [] } }
}

/** There is no such record in the list that was asked about. */
export function notHere(message: Saying): Failure {
  return { exitCode: FAILED, kind: 'not_found_here', said: { message, details: [] } }
}

/** A service that runs elsewhere does not answer, or refuses. */
export function refusedBy(message: Saying): Failure {
  return { exitCode: FAILED, kind: 'remote', said: { message, details: [] } }
}

/** An error of the core, with what it holds as lines. */
export function failureOf(error: SyncError | QueueUnavailable): Failure {
  const { message, details } = saidBy(error)
  return { exitCode: FAILED, kind: error.kind, said: { message, details: [...details, ...hintsFor(error)] } }
}

function hintsFor({ kind }: SyncError | QueueUnavailable): readonly Saying[] {
  return kind === 'unauthorized' || kind === 'unavailable' ? [cliSaying('check_says')] : []
}
