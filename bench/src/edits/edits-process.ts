import { join } from 'node:path'
import { resolveConfig, startService, type Service } from '@siagh-sync/service'
import { silentLogger, type Sync } from '@siagh-sync/sync-core'
import type { PrefixPlace } from '../backends/with-prefix'
import type { SchemaPlace } from '../backends/with-schema'
import { answerParent } from '../child/answer-parent'
import { secret } from '../intake/webhook-path'
import type { Access } from '../servers/servers-process'
import { expectOk } from '../../../test-support/results'

/** Where the service keeps its data: a folder for a file, or PostgreSQL and Redis. */
export type ServicePlace = { readonly folder: string } | { readonly store: SchemaPlace; readonly queue: PrefixPlace }

let service: Service | undefined

const commands = {
  /** Starts the service, which takes webhooks at the address that this answers, and handles them. */
  async open(siagh: Access, crm: Access, place: ServicePlace): Promise<string> {
    const config = expectOk(
      resolveConfig({
        siagh,
        crm,
        webhook: { secrets: [secret], port: 0 },
        rules: { catchUp: { everyMs: 'never' } },
        ...('folder' in place ? { store: { file: join(place.folder, 'siagh-sync.db') } } : place),
      }),
    )
    service = expectOk(await startService(config, { logger: silentLogger }))
    return `${service.url}/webhook/crm?secret=${secret}`
  },
  async pending(): Promise<number> {
    return expectOk(await theSync().status()).pending
  },
  /** How often the record was handled, by the journal. */
  async runs(id: string): Promise<number> {
    return expectOk(await theSync().history({ id }, { limit: 1_000 })).items.length
  },
  async stop(): Promise<void> {
    await service?.stop()
  },
}

/** The commands of this process. */
export type EditsCommands = typeof commands

answerParent(commands)

function theSync(): Sync {
  const [sync] = service?.companies.values() ?? []
  if (!sync) throw new Error('open comes first')
  return sync
}
