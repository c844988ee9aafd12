import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'

/** JSON values by name. A value is changed only by somebody who knows its version. */
export function values(open: OpenStore): void {
  const all = { limit: 10 }

  describe('values', () => {
    it('are none at first', async () => {
      const { store } = await open()
      expect(await valueOf(store.values.get('acme', 'alerts/failed'))).toBeNull()
      expect(await valueOf(store.values.list('acme', '', all))).toStrictEqual({ items: [] })
    })

    it.each([
      ['a text', 'نامه\u200cی سارا "x" 😀'],
      ['a text that not every database keeps', 'a\u0000b\uD800c'],
      ['nothing', null],
      ['a number', -12.5],
      ['an object', { since: 1_766_300_000_123, kinds: ['identity'], نام: { deep: [[], {}, true] } }],
    ])('keep %s', async (_, value) => {
      const { store } = await open()
      expect(await valueOf(store.values.set('acme', 'هشدار/۱', value, 0))).toStrictEqual({
        status: 'saved',
        version: 1,
      })
      expect(await valueOf(store.values.get('acme', 'هشدار/۱'))).toStrictEqual({ value, version: 1 })
    })

    it('are changed by those who know the version, and by nobody else', async () => {
      const { store } = await open()
      const set = (value: number, version: number) => valueOf(store.values.set('acme', 'a', value, version))
      expect(await set(0, 1)).toStrictEqual({ status: 'conflict' })
      expect(await set(1, 0)).toStrictEqual({ status: 'saved', version: 1 })
      expect(await set(2, 0)).toStrictEqual({ status: 'conflict' })
      expect(await set(2, 1)).toStrictEqual({ status: 'saved', version: 2 })
      expect(await set(3, 1)).toStrictEqual({ status: 'conflict' })
      expect(await set(3, 3)).toStrictEqual({ status: 'conflict' })
      expect(await valueOf(store.values.get('acme', 'a'))).toStrictEqual({ value: 2, version: 2 })
    })

    it.each([0, 1])('are saved once for version %i when several writers come at once', async (version) => {
      const { store } = await open()
      if (version === 1) await valueOf(store.values.set('acme', 'a', 'before', 0))
      const writers = Array.from({ length: 8 }, (_, writer) => store.values.set('acme', 'a', writer, version))
      const ends = await Promise.all(writers.map((writer) => valueOf(writer)))
      expect(ends.filter(({ status }) => status === 'saved')).toStrictEqual([{ status: 'saved', version: version + 1 }])
      expect(ends.filter(({ status }) => status === 'conflict')).toHaveLength(7)
      const winner = ends.findIndex(({ status }) => status === 'saved')
      expect(await valueOf(store.values.get('acme', 'a'))).toStrictEqual({ value: winner, version: version + 1 })
    })

    it('have 65,536 bytes of JSON at the most', async () => {
      const { store } = await open()
      // Two bytes for each letter, and two quotation marks.
      const largest = 'ک'.repeat(32_767)
      expect(await valueOf(store.values.set('acme', 'a', largest, 0))).toStrictEqual({ status: 'saved', version: 1 })
      expect(await valueOf(store.values.set('acme', 'a', `${largest}x`, 1))).toStrictEqual({ status: 'too_large' })
      expect(await valueOf(store.values.get('acme', 'a'))).toStrictEqual({ value: largest, version: 1 })
    })

    it('are listed by the beginning of their names, page by page', async () => {
      const { store } = await open()
      for (const name of ['run/2', 'alert/1', 'run/', 'run/10', 'run', 'run0', 'هشدار/۲', 'Run/1', 'r%n/1'])
        await valueOf(store.values.set('acme', name, { of: name }, 0))
      const names = async (prefix: string) =>
        (await valueOf(store.values.list('acme', prefix, all))).items.map(({ name }) => name)
      expect(await names('run/')).toEqual(['run/', 'run/10', 'run/2'])
      expect(await names('هشدار/')).toEqual(['هشدار/۲'])
      expect(await names('none')).toEqual([])
      expect(await names('')).toHaveLength(9)
      const first = await valueOf(store.values.list('acme', 'run/', { limit: 2 }))
      expect(first.items).toStrictEqual([
        { name: 'run/', value: { of: 'run/' }, version: 1 },
        { name: 'run/10', value: { of: 'run/10' }, version: 1 },
      ])
      const rest = await valueOf(store.values.list('acme', 'run/', { limit: 2, after: first.next ?? '' }))
      expect(rest).toStrictEqual({ items: [{ name: 'run/2', value: { of: 'run/2' }, version: 1 }] })
    })

    it('belong to one company', async () => {
      const { store } = await open()
      await valueOf(store.values.set('acme', 'a', 1, 0))
      expect(await valueOf(store.values.get('globex', 'a'))).toBeNull()
      expect(await valueOf(store.values.list('globex', '', all))).toStrictEqual({ items: [] })
      expect(await valueOf(store.values.set('globex', 'a', 2, 0))).toStrictEqual({ status: 'saved', version: 1 })
      expect(await valueOf(store.values.get('acme', 'a'))).toStrictEqual({ value: 1, version: 1 })
    })
  })
}
