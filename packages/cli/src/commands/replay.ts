import { once } from 'node:events'
import { resolve } from 'node:path'
import { err, ok } from 'neverthrow'
import type { Answered } from '../answer'
import type { CommandContext } from '../context'
import { DONE } from '../exit-codes'
import { cannotStart } from '../failure'
import { cliSaying } from '../messages/cli-messages'

/** Answers from a recording in `folder`, until the command is stopped. */
export async function replay(
  { announce, io, note, speech, interruption: { signal } }: CommandContext,
  folder: string,
  ports: { readonly siaghPort: number; readonly crmPort: number },
): Answered {
  const { replayRecording } = await import('@siagh-sync/sandbox')
  try {
    const { siaghUrl, crmUrl, close } = await replayRecording(resolve(io.cwd, folder)).listen(ports)
    // A recording holds no real user and no password, so every login is answered.
    const environment = {
      SIAGH_URL: siaghUrl,
      SIAGH_USERNAME: 'recorded',
      SIAGH_PASSWORD: 'recorded',
      CRM_URL: crmUrl,
      CRM_USERNAME: 'recorded',
      CRM_PASSWORD: 'recorded',
    }
    announce({
      exitCode: DONE,
      result: { siaghUrl, crmUrl, environment },
      text: () =>
        Object.entries(environment)
          .map(([name, value]) => `${name}="${value}"`)
          .join('\n'),
    })
    note(speech.say('replay_runs', { folder, siagh: siaghUrl, crm: crmUrl }))
    if (!signal.aborted) await once(signal, 'abort')
    await close()
    return ok('announced')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(cannotStart(cliSaying('replay_cannot_start', { reason })))
  }
}
