import { setTimeout as sleep } from 'node:timers/promises'
import { readUnfinished } from './read-store'

const EVERY_MS = 500

/** Resolves when nothing is pending and nothing is leased, or when `patienceMs` are over: the judges find what is left. */
export async function waitUntilQuiet(databaseUrl: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    const { pending, leases } = await readUnfinished(databaseUrl)
    if (pending === 0 && leases === 0) return
    await sleep(EVERY_MS)
  }
}
