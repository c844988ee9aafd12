#!/usr/bin/env node
import { greeting } from './cli-greeting'
import { complaint, readCliOptions, usage, type CliOptions } from './cli-options'
import { createSandbox } from './create-sandbox'
import { replayRecording } from './replay/replay-recording'

const stopWith = (listening: { readonly close: () => Promise<void> }): void => {
  const stop = (): void => {
    void listening.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

const replay = async (folder: string, ports: Pick<CliOptions, 'siaghPort' | 'crmPort'>): Promise<void> => {
  const listening = await replayRecording(folder).listen(ports)
  stopWith(listening)
  process.stdout.write(
    `Siagh    ${listening.siaghUrl}\nCRM      ${listening.crmUrl}\nAnswers come from ${folder}. Ctrl-C stops it.\n`,
  )
}

const run = async ({ webhook, contacts, seed, dialect, ...ports }: CliOptions): Promise<void> => {
  const sandbox = createSandbox({ contacts, seed, dialect })
  if (webhook !== undefined) sandbox.crm.webhooks.pointAt(webhook)
  const listening = await sandbox.listen(ports)
  stopWith(listening)
  // Last: who reads this may stop it at once.
  process.stdout.write(greeting(sandbox, listening))
}

const main = async (): Promise<void> => {
  const options = readCliOptions(process.argv.slice(2))
  if (options === 'help') process.stdout.write(usage)
  else if (options.replay !== undefined) await replay(options.replay, options)
  else await run(options)
}

main().catch((error: unknown) => {
  process.stderr.write(complaint(error))
  process.exitCode = 1
})
