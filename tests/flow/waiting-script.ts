// What somebody may write who has a single import to do: nothing here keeps the process alive but the waiting for its steps.
import { importContacts } from '@siagh-sync/first-import'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSandbox } from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync } from '@siagh-sync/sync-core'
import { expectOk } from '../../test-support/results'

const { siagh, crm, fetch } = createSandbox()
const store = memoryStore()
const sync = createSync({
  siagh: createSiaghClient({ baseUrl: siagh.url, username: siagh.username, password: siagh.password, fetch }),
  crm: createCrmClient({ baseUrl: crm.url, username: crm.username, password: crm.password, fetch }),
  store,
  queue: memoryQueue(),
})
// An import that was killed holds the company a little longer.
expectOk(await store.leases.acquire({ company: 'default', kind: 'identity', id: 'import' }, 1_500))
for await (const step of importContacts(sync)) {
  const event = expectOk(step)
  if (event.kind === 'progress' && event.phase === 'waiting') console.log('waiting')
  if (event.kind === 'finished') console.log(`complete: ${event.report.complete}`)
}
