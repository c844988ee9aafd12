import { z } from 'zod'
import { token } from './environment'

const entries = z.object({
  items: z.array(z.object({ at: z.number(), durationMs: z.number(), key: z.object({ id: z.string() }) })),
  next: z.string().optional(),
})

const status = z.object({ pending: z.number(), failed: z.number(), running: z.number() })

/** A run as the journal has it. */
export type JournaledRun = z.output<typeof entries>['items'][number]

/** What the operator's endpoints at `url` say. */
export function operatorAt(url: string) {
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${url}/api/companies/default${path}`, { headers: { authorization: `Bearer ${token}` } })
    if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}`)
    return answer.json()
  }
  return {
    status: async () => status.parse(await get('/status')),
    /** Every run there was, the newest first. */
    async history(): Promise<readonly JournaledRun[]> {
      const runs: JournaledRun[] = []
      let after: string | undefined
      do {
        const place = after === undefined ? '' : `&after=${encodeURIComponent(after)}`
        const page = entries.parse(await get(`/history?limit=500${place}`))
        runs.push(...page.items)
        after = page.next
      } while (after !== undefined)
      return runs
    },
  }
}
