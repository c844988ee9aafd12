import { setTimeout as wait } from 'node:timers/promises'
import { startChild } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { ServersCommands, ServersSize } from '../servers/servers-process'
import { withTemporaryFolder } from '../temporary-folder'
import type { ImportCommands, Imported } from './import-process'

const LOOK_EVERY_MS = 100
const TELL_EVERY_MS = 10_000

/** An import, and what the servers were asked during it. */
export interface CountedImport extends Imported {
  readonly calls: Readonly<Record<string, number>>
}

/** Imports all contacts of a new Siagh into a new CRM, with a new store; the importing process gets further flags of Node. */
export function runImport(
  size: ServersSize,
  concurrency: number,
  tell: (text: string) => void,
  flags: readonly string[] = [],
): Promise<CountedImport> {
  const servers = startChild<ServersCommands>(new URL('../servers/servers-process.ts', import.meta.url))
  const importer = startChild<ImportCommands>(new URL('./import-process.ts', import.meta.url), flags)
  return withTemporaryFolder((folder) =>
    withChildren([servers, importer], async () => {
      const { siagh, crm } = await servers.ask('open', size)
      const before = await servers.ask('identities')
      await importer.ask('open', siagh, crm, folder)
      await importer.ask('begin', concurrency)
      const imported = await untilEnded(() => importer.ask('standing'), tell)
      const { actions } = imported.report
      const made = (await servers.ask('identities')) - before
      if (actions.failed > 0 || made !== actions.created)
        throw new Error(
          `${actions.created} identities were created by the report, ${made} by the CRM, ${actions.failed} failed`,
        )
      return { ...imported, calls: await servers.ask('calls') }
    }),
  )
}

async function untilEnded(
  look: () => ReturnType<ImportCommands['standing']>,
  tell: (text: string) => void,
): Promise<Imported> {
  let toldAt = performance.now()
  for (;;) {
    const { phase, done, imported } = await look()
    if (imported) return imported
    if (performance.now() - toldAt > TELL_EVERY_MS) {
      toldAt = performance.now()
      tell(`${phase}, ${done.toLocaleString('en')}`)
    }
    await wait(LOOK_EVERY_MS)
  }
}
