import type { Handled } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { done, hire, soon } from './crew'

const broken: Readonly<Record<string, () => Promise<Handled>>> = {
  rejects: () => Promise.reject(new Error('a handler that breaks its promise')),
  throws: () => {
    throw new Error('a handler that does not even promise')
  },
}

/** A handler must not reject. If it does, the worker continues. */
export function rejections(open: OpenQueue): void {
  describe.each(Object.entries(broken))('a handler that %s', (_way, fail) => {
    it('does not stop the worker, nor its own key for good', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue, (key, call) => (key === 'bad' && call === 1 ? fail() : Promise.resolve(done)))
      await valueOf(queue.enqueue('acme', 'bad'))
      await soon(() => expect(calls).toEqual(['bad']))
      await valueOf(queue.enqueue('acme', 'good'))
      await soon(() => expect(calls).toContain('good'))
      const before = calls.length
      await valueOf(queue.enqueue('acme', 'bad'))
      await soon(() => expect(calls.slice(before)).toContain('bad'))
    })
  })
}
