import { describe, onTestFinished } from 'vitest'
import { brokenBackend } from './queue/broken-backend'
import { concurrency } from './queue/concurrency'
import { delays } from './queue/delays'
import { duringARun } from './queue/during-a-run'
import { oddKeys } from './queue/odd-keys'
import { rejections } from './queue/rejections'
import { stopping } from './queue/stopping'
import { topics } from './queue/topics'
import { wakeUps } from './queue/wake-ups'
import { PATIENCE_MS } from './patience'
import type { OpenQueue, QueueUnderTest } from './queue-under-test'

/** Describes the queue under test. */
export interface QueueContract {
  /** The heading of the tests. Default: `queue`. */
  readonly name?: string
  /** `false`: the queue has no backend that can be away. Every other queue needs `breakBackend`. Default `true`. */
  readonly breakable?: boolean
  readonly create: () => Promise<QueueUnderTest>
}

/** Declares the tests that every queue has to pass. Call it at the top level of a vitest file. */
export function queueContract({ name = 'queue', breakable = true, create }: QueueContract): void {
  const open: OpenQueue = async () => {
    const subject = await create()
    onTestFinished(subject.dispose)
    return subject
  }
  const concerns = [wakeUps, duringARun, delays, concurrency, topics, oddKeys, rejections, stopping]
  describe(name, { timeout: PATIENCE_MS }, () => {
    for (const concern of concerns) concern(open)
    if (breakable) brokenBackend(open)
  })
}
