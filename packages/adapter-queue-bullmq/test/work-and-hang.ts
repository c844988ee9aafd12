import { bullmqQueue, type BullmqConnection } from '../src'

// A worker process that takes a wake-up and never ends it, for a test that kills it. Its clock may be ahead.
const {
  connection,
  prefix,
  lockMs,
  lookEveryMs = lockMs,
  aheadMs = 0,
} = JSON.parse(process.argv[2] ?? '{}') as {
  readonly connection: BullmqConnection
  readonly prefix: string
  readonly lockMs: number
  readonly lookEveryMs?: number
  readonly aheadMs?: number
}
const rightTime = Date.now
Date.now = () => rightTime() + aheadMs
const queue = bullmqQueue({ connection, prefix, lockMs, stalledIntervalMs: lookEveryMs })
const handler = (key: string) => {
  process.send?.(key)
  return new Promise<never>(() => undefined)
}
const worker = await queue.work('acme', handler, { concurrency: 1 })
if (worker.isErr()) throw new Error(worker.error.message)
process.send?.('works')
