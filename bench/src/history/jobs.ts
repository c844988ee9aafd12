import { setTimeout as wait } from 'node:timers/promises'
import type { Sync } from '@siagh-sync/sync-core'
import { expectOk } from '../../../test-support/results'

const CONCURRENCY = 4
const LOOK_EVERY_MS = 10
const LIMIT_MS = 60_000

/** Takes a change of each identity in. */
export async function takeAll(sync: Sync, ids: readonly string[]): Promise<void> {
  for (const id of ids) expectOk(await sync.receive({ kind: 'identity', id, event: 'insert' }))
}

/** Handles what is pending and answers how many milliseconds that took. */
export async function handleAll(sync: Sync): Promise<number> {
  const startedAt = performance.now()
  const { failed } = expectOk(await sync.status())
  expectOk(await sync.start({ concurrency: CONCURRENCY }))
  let now = expectOk(await sync.status())
  while (now.pending > 0) {
    if (performance.now() - startedAt > LIMIT_MS) throw new Error('the identities were not handled in time')
    await wait(LOOK_EVERY_MS)
    now = expectOk(await sync.status())
  }
  const ms = performance.now() - startedAt
  await sync.stop()
  if (now.failed > failed) throw new Error(`${now.failed - failed} identities could not be brought into Siagh`)
  return ms
}
