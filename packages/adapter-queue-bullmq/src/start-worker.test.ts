import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import type { Handled } from '@siagh-sync/sync-core'
import type { Job, Processor } from 'bullmq'
import { expect, it, onTestFinished, vi } from 'vitest'
import { recordingLogger } from '../test/written'
import type { Engine, WakeUp } from './engine'
import { readSettings } from './read-settings'
import { createReport } from './report'
import { startWorker } from './start-worker'

/** An engine of which the test decides when it brings a job, and whether it can pause. */
function engineInHand(pause: () => Promise<void> = async () => {}) {
  let bring: Processor<WakeUp, void> | undefined
  let cut = false
  let close = () => {}
  const worker = Object.assign(new EventEmitter(), {
    waitUntilReady: async () => {},
    run: async () => {},
    pause,
  })
  const closed = new Promise<void>((resolve) => (close = resolve))
  const line = {
    add: async () => '',
    changeDelay: async () => {},
    look: async () => ({ dueAt: null, nextDelayMs: null }),
  }
  const engine: Engine = {
    line: () => line,
    hire(_name, processor) {
      bring = processor
      return { worker, close: () => closed, letGo() {}, cut: () => void (cut = true) }
    },
    close: async () => {},
  }
  const moved: number[] = []
  const moveToDelayed = async (at: number) => void moved.push(at)
  const job: Partial<Job<WakeUp, void>> = { id: '1', data: { key: 'a' }, moveToDelayed }
  return {
    engine,
    worker,
    moved,
    close,
    isCut: () => cut,
    bring: async () => bring?.(job as Job<WakeUp, void>, 'token'),
  }
}

/** Starts a worker on it, with a handler that writes down what it is called for. */
async function start(engine: Engine, answer: () => Promise<Handled> = async () => ({ status: 'done' })) {
  const calls: string[] = []
  const { logger, lines } = recordingLogger()
  const settings = readSettings({ connection: 'redis://127.0.0.1' })
  const handler = (key: string) => {
    calls.push(key)
    return answer()
  }
  const around = { settings, report: createReport(logger, 'test') }
  return { calls, lines, worker: await startWorker(engine, 'acme', handler, 1, around) }
}

it('a job that comes after stop goes back at once, and its handler is not called', async () => {
  const hand = engineInHand()
  const { calls, worker } = await start(hand.engine)
  const stopping = worker.stop()
  const begin = Date.now()
  await expect(hand.bring()).rejects.toThrow('bullmq:movedToDelayed')
  expect(calls).toEqual([])
  expect(hand.moved).toHaveLength(1)
  expect(hand.moved[0]).toBeLessThanOrEqual(begin + 1_000)
  hand.close()
  await stopping
})

it('cuts no connection while a call is under way, however long that takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const hand = engineInHand()
  let end = () => {}
  const gate = new Promise<void>((resolve) => (end = resolve))
  const { worker } = await start(hand.engine, () => gate.then(() => ({ status: 'done' })))
  const brought = hand.bring()
  const stopping = worker.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(hand.isCut()).toBe(false)
  end()
  await brought
  await turn()
  await vi.advanceTimersByTimeAsync(60_000)
  await stopping
  expect(hand.isCut()).toBe(true)
})

it('reports a worker that cannot be paused, and stops all the same', async () => {
  const hand = engineInHand(() => Promise.reject(new Error('cannot pause')))
  const { lines, worker } = await start(hand.engine)
  hand.close()
  await worker.stop()
  expect(lines).toMatchObject([{ level: 'warn', fields: { error: 'cannot pause' } }])
})

it('listens for complaints once when it has started', async () => {
  const hand = engineInHand()
  await start(hand.engine)
  expect(hand.worker.listenerCount('error')).toBe(1)
})
