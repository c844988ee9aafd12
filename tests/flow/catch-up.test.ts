import type { CatchUpOptions, CatchUpReport, Sync } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { callsTo, sara, succeed, twoLines, untilHandled, world } from './world'

const MINUTE_MS = 60_000
const often = { catchUp: { everyMs: 10 * MINUTE_MS } }

/** Catches up and answers the report. */
async function caughtUp(sync: Sync, options: CatchUpOptions = {}): Promise<CatchUpReport> {
  for await (const step of sync.catchUp(options)) {
    const told = step._unsafeUnwrap()
    if (told.kind === 'finished') return told.report
  }
  throw new Error('it told of no end')
}

describe('a change whose webhook was lost', () => {
  it('is handled at the next turn of the workers', async () => {
    const { sync, sandbox, clock } = world({ rules: often })
    await succeed(sync.start())
    await clock.advance(MINUTE_MS)
    const id = sandbox.crm.createPerson(sara)
    await clock.advance(12 * MINUTE_MS)
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    expect((await succeed(sync.history({ id }))).items).toMatchObject([{ trigger: 'catch-up', outcome: 'created' }])
  })
})
