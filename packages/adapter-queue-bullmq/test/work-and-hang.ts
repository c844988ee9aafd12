import { bullmqQueue, type BullmqConnection } from '../src'

// A worker process that takes a wake-up and never ends it, for a test that kills it.
const { connection, prefix, lockMs } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly connection: BullmqConnection
  readonly prefix: string
  readonly lockMs: number
}
const queue = bullmqQueue({ connection, prefix, lockMs, stalledIntervalMs: lockMs })
const handler = (key: string) => {
  process.send?.(key)
  return new Promise<never>(() => undefined)
}
const worker = await queue.work('acme', handler, { concurrency: 1 })
if (worker.isErr()) throw new Error(worker.error.message)
