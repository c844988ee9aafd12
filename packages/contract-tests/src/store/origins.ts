import type { Origin } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'

const origin: Origin = { siagh: 'http://siagh.test', crm: 'http://crm.test/payamgostar' }
const other: Origin = { siagh: 'http://siagh.other.test', crm: 'http://crm.test' }

/** The recorded servers of a company stay the same until somebody who names them records others. */
export function origins(open: OpenStore): void {
  describe('origins', () => {
    it('are none in a new store', async () => {
      const { store } = await open()
      expect(await valueOf(store.origins.list())).toStrictEqual([])
    })

    it('are listed by the name of the company, as they were recorded', async () => {
      const { store } = await open()
      const known: Origin = { ...other, login: { userCode: 7, branchCode: 1 } }
      const elsewhere: Origin = { ...other, login: { userCode: 8 } }
      expect(await valueOf(store.origins.record('globex', known, null))).toBe('recorded')
      expect(await valueOf(store.origins.record('initech', elsewhere, null))).toBe('recorded')
      expect(await valueOf(store.origins.record('acme', origin, null))).toBe('recorded')
      expect(await valueOf(store.origins.list())).toStrictEqual([
        { company: 'acme', origin },
        { company: 'globex', origin: known },
        { company: 'initech', origin: elsewhere },
      ])
    })

    it('are not overwritten by somebody who does not know what is recorded', async () => {
      const { store } = await open()
      await valueOf(store.origins.record('acme', origin, null))
      expect(await valueOf(store.origins.record('acme', other, null))).toBe('conflict')
      expect(await valueOf(store.origins.record('acme', other, { ...origin, login: { userCode: 7 } }))).toBe('conflict')
      expect(await valueOf(store.origins.list())).toStrictEqual([{ company: 'acme', origin }])
    })

    it('are replaced by somebody who knows what is recorded', async () => {
      const { store } = await open()
      const full: Origin = { login: { branchCode: 1, userCode: 7 }, crm: origin.crm, siagh: origin.siagh }
      await valueOf(store.origins.record('acme', origin, null))
      expect(await valueOf(store.origins.record('acme', full, origin))).toBe('recorded')
      expect(await valueOf(store.origins.record('acme', other, full))).toBe('recorded')
      expect(await valueOf(store.origins.list())).toStrictEqual([{ company: 'acme', origin: other }])
    })

    it('are recorded for one of two who record different ones at once', async () => {
      const { store } = await open()
      const ends = await Promise.all([origin, other].map((each) => store.origins.record('acme', each, null)))
      expect(ends.map((end) => end.unwrapOr('conflict')).toSorted()).toStrictEqual(['conflict', 'recorded'])
    })
  })

  describe('gaps', () => {
    it('are none in a new store', async () => {
      const { store } = await open()
      expect(await valueOf(store.gaps.list())).toStrictEqual([])
    })

    it('are kept, the earliest restore first, and a restore that is recorded twice is one', async () => {
      const { store } = await open()
      const late = { backedUpAt: 1_766_300_000_000, restoredAt: 1_766_390_000_000 }
      await valueOf(store.gaps.add(late))
      await valueOf(store.gaps.add({ restoredAt: 1_766_000_000_000 }))
      await valueOf(store.gaps.add({ restoredAt: late.restoredAt }))
      expect(await valueOf(store.gaps.list())).toStrictEqual([{ restoredAt: 1_766_000_000_000 }, late])
    })
  })
}
