import { startChild } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { IntakeCommands } from '../intake/intake-process'
import { sendWebhooks } from '../intake/load'
import type { Scenario } from '../measure'
import { withTemporaryFolder } from '../temporary-folder'

const WEBHOOKS = 100_000
const WARM_UP = 2_000
const MB = 1_000_000

/** What 100,000 webhooks about as many records leave behind in a process that notes and queues them all and handles none. */
export const measureMemory: Scenario = ({ tell }) => {
  const server = startChild<IntakeCommands>(new URL('../intake/intake-process.ts', import.meta.url), ['--expose-gc'])
  return withTemporaryFolder((folder) =>
    withChildren([server], async () => {
      const url = await server.ask('listen', { product: { folder } })
      await sendWebhooks(url, { amount: WARM_UP })
      const before = await server.ask('memory')
      tell(`${WEBHOOKS} webhooks into the SQLite store and the memory queue`)
      await sendWebhooks(url, { amount: WEBHOOKS })
      const after = await server.ask('memory')
      const pending = await server.ask('pending')
      if (pending !== WARM_UP + WEBHOOKS) throw new Error(`${pending} changes are noted, not ${WARM_UP + WEBHOOKS}`)
      const grown = (read: (memory: typeof after) => number) => (read(after) - read(before)) / MB
      return [
        {
          what: 'MB of memory for 100,000 webhooks, all queued',
          value: grown(({ heap, external }) => heap + external),
          goal: { atMost: 50 },
          detail: `heap ${grown(({ heap }) => heap).toFixed(1)}, external ${grown(({ external }) => external).toFixed(1)}; resident ${grown(({ rss }) => rss).toFixed(1)}`,
        },
      ]
    }),
  )
}
