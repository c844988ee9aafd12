import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import type { CommandContext } from '../context'
import type { ExitCode } from '../exit-codes'
import { failureOf, type Failure } from '../failure'

/** Goes along with a long piece of work to its end, or to the error that ends it. */
export async function follow<Event>(
  events: AsyncIterable<Result<Event, SyncError>>,
  each: (event: Event) => void | Promise<void>,
): Promise<Result<void, Failure>> {
  for await (const event of events) {
    if (event.isErr()) return err(failureOf(event.error))
    await each(event.value)
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
