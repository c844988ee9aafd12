import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, hold, link, recordKey } from './samples'
import { remove } from './writes'

/** If several writers want the same version, code or RecordId, one of them gets it. */
export function rivals(open: OpenStore): void {
  const key = recordKey('p-1')
  const other = recordKey('p-2')

  describe('rival writers', () => {
    it('lets one of ten racing writers win and tells the others of the conflict', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      const race = async (expectedVersion: number) => {
        const drafts = Array.from({ length: 10 }, (_, i) => draftOf(key, `${expectedVersion}-${i}`))
        const saves = await Promise.all(drafts.map((draft) => valueOf(store.intend(lease, draft, expectedVersion))))
        return saves.map(({ status }) => status).sort()
      }
      const oneWinner = [...Array<string>(9).fill('conflict'), 'saved']
      expect(await race(0)).toEqual(oneWinner)
      expect(await race(1)).toEqual(oneWinner)
    })

    it('writes nothing at a stale version, nor at one that is not there yet', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      expect(await valueOf(store.intend(lease, draftOf(key, '1'), 1))).toEqual({ status: 'conflict' })
      expect(await valueOf(store.mappings.get(key))).toBeNull()
      await valueOf(store.intend(lease, draftOf(key, '1'), 0))
      await valueOf(store.intend(lease, draftOf(key, '2'), 1))
      for (const stale of [0, 1, 3]) {
        expect(await valueOf(store.intend(lease, draftOf(key, '3'), stale))).toEqual({ status: 'conflict' })
        expect(await valueOf(remove(store, lease, stale))).toBe('conflict')
      }
      expect(await valueOf(store.mappings.get(key))).toMatchObject({ version: 2, siagh: { code: '2' } })
    })

    it('names the record that has the code, and writes nothing', async () => {
      const { store } = await open()
      await link(store, draftOf(key, '1000'))
      const lease = await hold(store, other)
      const save = await valueOf(store.intend(lease, draftOf(other, '1000'), 0))
      expect(save).toStrictEqual({ status: 'taken', by: key })
      expect(await valueOf(store.mappings.get(other))).toBeNull()
    })

    it('names the record that has the RecordId, in whichever case', async () => {
      const { store } = await open()
      await link(store, draftOf(key, '1000', 'AB-cd'))
      const lease = await hold(store, other)
      await valueOf(store.intend(lease, draftOf(other, '2000'), 0))
      const save = await valueOf(store.intend(lease, draftOf(other, '2000', 'ab-CD'), 1))
      expect(save).toStrictEqual({ status: 'taken', by: key })
      const untouched = await valueOf(store.mappings.get(other))
      expect(untouched).toMatchObject({ version: 1 })
      expect(untouched?.siagh).toStrictEqual({ code: '2000' })
    })

    it('gives one code to one of ten records that race for it', async () => {
      const { store } = await open()
      const keys = Array.from({ length: 10 }, (_, i) => recordKey(`p-${i}`))
      const saves = await Promise.all(
        keys.map(async (rival) => {
          const lease = await hold(store, rival)
          return valueOf(store.intend(lease, draftOf(rival, '1000'), 0))
        }),
      )
      const holder = await valueOf(store.mappings.findByCode('acme', 'contact', '1000'))
      const losers = saves.filter(({ status }) => status !== 'saved')
      expect(losers).toHaveLength(9)
      for (const loser of losers) expect(loser).toStrictEqual({ status: 'taken', by: holder?.key })
    })

    it('keeps contacts and pre-invoices apart, but not invoices and quotes', async () => {
      const { store } = await open()
      const invoice = recordKey('i-1', { kind: 'invoice' })
      const quote = recordKey('q-1', { kind: 'quote' })
      await link(store, draftOf(key, '1000'))
      await link(store, draftOf(invoice, '1000'))
      const save = await valueOf(store.intend(await hold(store, quote), draftOf(quote, '1000'), 0))
      expect(save).toStrictEqual({ status: 'taken', by: invoice })
    })

    it('lets a record keep its own code, and another have one that was given up', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      await valueOf(store.intend(lease, draftOf(key, '1000', 'AB'), 0))
      expect(await valueOf(store.intend(lease, draftOf(key, '1000', 'ab'), 1))).toMatchObject({
        status: 'saved',
      })
      await valueOf(remove(store, lease, 2))
      const save = await valueOf(store.intend(await hold(store, other), draftOf(other, '1000', 'AB'), 0))
      expect(save).toMatchObject({ status: 'saved' })
    })
  })
}
