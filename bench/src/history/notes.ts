import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '@siagh-sync/sync-core'
import { COMPANY } from './amounts'
import { expectOk } from '../../../test-support/results'

const IN_FLIGHT = 64
const PAUSE_MS = 5

/** How long notes took, in milliseconds. */
export interface Latencies {
  readonly notes: number
  readonly p50: number
  readonly p99: number
}

const noteNew = async (store: Store) => {
  const key = { company: COMPANY, kind: 'identity', id: randomUUID() } as const
  expectOk(await store.inbox.note({ key, event: 'update', trigger: 'webhook', at: Date.now() }))
}

/** Notes changes of new records, 64 at a time, and answers how long that took. */
export async function noteMany(store: Store, amount: number): Promise<number> {
  const startedAt = performance.now()
  let left = amount
  const noteOn = async () => {
    while ((left -= 1) >= 0) await noteNew(store)
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, noteOn))
  return performance.now() - startedAt
}

/** Notes one change after another, with pauses, until the caller stops it. */
export async function noteSteadily(store: Store, isEnough: (startedAt: number) => boolean): Promise<Latencies> {
  const taken: number[] = []
  const startedAt = performance.now()
  while (!isEnough(startedAt)) {
    const notedAt = performance.now()
    await noteNew(store)
    taken.push(performance.now() - notedAt)
    await wait(PAUSE_MS)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.floor(share * taken.length)] ?? Number.NaN
  return { notes: taken.length, p50: at(0.5), p99: at(0.99) }
}
