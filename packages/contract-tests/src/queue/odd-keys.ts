import { describe, expect, it } from 'vitest'
import { oddTexts } from '../odd-texts'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { hire, soon } from './crew'

/** Texts that are difficult for JSON, SQL and the keys of a server, even half of a surrogate pair. */
const oddestTexts = ['\0', '\ud800', '~', '~7e~', 'a:b', 'bull:acme:1', '7', '0']

/** A key may be any text, and so may a topic. */
export function oddKeys(open: OpenQueue): void {
  describe('odd keys', () => {
    it('come through as they are and apart', async () => {
      const { queue } = await open()
      const keys = [...oddTexts.map((text) => `identity/${text}`), ...oddestTexts, 'k'.repeat(220)]
      const { calls } = await hire(queue, undefined, { concurrency: 4 })
      for (const key of keys) await valueOf(queue.enqueue('acme', key))
      await soon(() => expect(calls.toSorted()).toEqual(keys.toSorted()))
    })

    it('are no harder for topics', async () => {
      const { queue } = await open()
      const topics = ['شرکت نمونه', 'a:b', 'a/b']
      const crews = await Promise.all(topics.map((topic) => hire(queue, undefined, { topic })))
      await Promise.all(topics.map((topic) => valueOf(queue.enqueue(topic, topic))))
      await soon(() => expect(crews.map(({ calls }) => calls)).toEqual(topics.map((topic) => [topic])))
    })
  })
}
