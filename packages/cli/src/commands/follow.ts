import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import type { CommandContext } from '../context'
import type { ExitCode } from '../exit-codes'
import { failureOf, type Failure } from '../failure'

/** Goes along with a long piece of work to its end, or to the error that ends it. */
export async function follow<Step>(
  steps: AsyncIterable<Result<Step, SyncError>>,
  each: (step: Step) => void | Promise<void>,
): Promise<Result<void, Failure>> {
  for await (const step of steps) {
    if (step.isErr()) return err(failureOf(step.error))
    await each(step.value)
  }
  return ok(undefined)
}

/** The exit code of work that a signal may have ended, and what to say to a person then. */
export function endOf(
  { interruption, note, speech }: CommandContext,
  complete: boolean,
  otherwise: ExitCode,
): ExitCode {
  if (complete) return otherwise
  note(speech.say('stopped_half_way'))
  return interruption.exitCode()
}
