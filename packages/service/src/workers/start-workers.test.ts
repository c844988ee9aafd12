import { errAsync, okAsync, type ResultAsync } from 'neverthrow'
import type { QueueUnavailable, Sync } from '@siagh-sync/sync-core'
import { expect, it, vi } from 'vitest'
import { recordingLogger } from '../../../../test-support/recording-logger'
import { until } from '../../../../test-support/until'
import { startWorkers } from './start-workers'

const away: QueueUnavailable = { kind: 'queue_unavailable', retryable: true, message: 'the queue does not answer' }

/** A sync whose queue answers as told, one answer a start. */
function syncThatStarts(...answers: readonly ResultAsync<void, QueueUnavailable>[]) {
  const start = vi.fn((): ReturnType<Sync['start']> => answers[start.mock.calls.length - 1] ?? okAsync(undefined))
  const stop = vi.fn(async () => {})
  return { sync: { start, stop }, start, stop }
}

it('starts the workers again and again until the queue is there, and is ready then', async () => {
  const { sync, start } = syncThatStarts(errAsync(away), errAsync(away))
  const logger = recordingLogger()
  const workers = startWorkers(sync, 3, logger, 20)
  expect(workers.isReady()).toBe(false)
  await until('they have started', () => workers.isReady())
  expect(start.mock.calls).toEqual([[{ concurrency: 3 }], [{ concurrency: 3 }], [{ concurrency: 3 }]])
  expect(logger.lines.map(({ level, fields }) => [level, fields['error']])).toEqual([
    ['warn', 'queue_unavailable'],
    ['warn', 'queue_unavailable'],
  ])
})

it('starts nothing any more once it is stopped', async () => {
  const { sync, start, stop } = syncThatStarts(errAsync(away))
  const workers = startWorkers(sync, 3, recordingLogger(), 20)
  await until('the first start has failed', () => start.mock.results.length === 1)
  await workers.stop()
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(start).toHaveBeenCalledTimes(1)
  expect(stop).toHaveBeenCalledTimes(1)
  expect(workers.isReady()).toBe(false)
})
