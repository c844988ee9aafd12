import { createSiaghClient } from '@siagh-sync/siagh-client'
import { answerParent } from '../child/answer-parent'
import { madeUpContact } from './made-up-contact'
import { recordRequest } from './recorded-request'
import type { SiaghAccess } from './siagh-access'
import { expectOk } from '../../../test-support/results'

/** `fetch` sends the bytes of a `createContact` and reads the answer as JSON; `client` calls `createContact`. */
export type CallerKind = 'fetch' | 'client'

type Call = () => Promise<unknown>

let calls: Readonly<Record<CallerKind, Call>> | undefined

const commands = {
  /** Gets both callers ready. */
  async prepare(baseUrl: string): Promise<void> {
    const access: SiaghAccess = { baseUrl, username: 'bench', password: 'nothing' }
    const { url, init } = await recordRequest(access)
    // A limit would be measured in place of the code.
    const siagh = createSiaghClient({ ...access, rateLimit: { concurrency: Infinity, perSecond: Infinity } })
    calls = {
      fetch: async () => (await fetch(url, init)).json(),
      client: async () => expectOk(await siagh.createContact(madeUpContact)),
    }
  },
  /** Makes so many calls at a time for `ms`; resolves to calls per second. */
  async perSecond(kind: CallerKind, concurrency: number, ms: number): Promise<number> {
    if (!calls) throw new Error('prepare comes first')
    const call = calls[kind]
    const startedAt = performance.now()
    const made = await Promise.all(Array.from({ length: concurrency }, () => callUntil(startedAt + ms, call)))
    return (made.reduce((sum, count) => sum + count, 0) / (performance.now() - startedAt)) * 1_000
  },
}

/** The commands of this process. */
export type CallerCommands = typeof commands

answerParent(commands)

async function callUntil(end: number, call: Call): Promise<number> {
  let made = 0
  while (performance.now() < end) {
    await call()
    made += 1
  }
  return made
}
