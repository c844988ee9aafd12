import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteAndBury, noteOf, recordKey, refusal } from './samples'
import { postpone, settle } from './writes'

/** How a note changes an entry in each of its states. */
export function inbox(open: OpenStore): void {
  const key = recordKey('p-1')

  describe('inbox', () => {
    it('answers null for what was never noted', async () => {
      const { store } = await open()
      expect(await valueOf(store.inbox.read(key))).toBeNull()
    })

    it('makes the first note a pending entry, due when it came', async () => {
      const { store } = await open()
      const note = noteOf(key, { event: 'insert', type: 'person', trigger: 'import', at: 5_000 })
      expect(await valueOf(store.inbox.note(note))).toStrictEqual({ generation: 1 })
      const fields = { key, event: 'insert', type: 'person', trigger: 'import' }
      const fresh = { ...fields, generation: 1, state: 'pending', attempts: 0, dueAt: 5_000, notedAt: 5_000 }
      expect(await valueOf(store.inbox.read(key))).toStrictEqual({ ...fresh, latestAt: 5_000 })
    })

    it('leaves the due time and the attempts of a pending entry alone', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key, { at: 1_000 })))
      const attempt = { attempts: 4, dueAt: 9_000, error: refusal }
      expect(await valueOf(postpone(store, await hold(store, key), attempt))).toBe('postponed')
      const late = noteOf(key, { event: 'delete', trigger: 'catch-up', at: 2_000 })
      expect(await valueOf(store.inbox.note(late))).toStrictEqual({ generation: 2 })
      const fields = { key, event: 'delete', trigger: 'catch-up' }
      const entry = { ...fields, generation: 2, notedAt: 1_000, latestAt: 2_000, state: 'pending', ...attempt }
      expect(await valueOf(store.inbox.read(key))).toStrictEqual(entry)
    })

    it('brings forward an entry that waits for a revisit, and never puts it off', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key, { trigger: 'revisit', at: 60_000 })))
      await valueOf(store.inbox.note(noteOf(key, { at: 2_000 })))
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ dueAt: 2_000, trigger: 'webhook', generation: 2 })
      await valueOf(store.inbox.note(noteOf(key, { trigger: 'revisit', at: 70_000 })))
      await valueOf(store.inbox.note(noteOf(key, { at: 80_000 })))
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ dueAt: 2_000, generation: 4 })
    })

    it('wakes a settled entry, due when the note came, with no attempts', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key, { at: 1_000 })))
      const lease = await hold(store, key)
      await valueOf(postpone(store, lease, { attempts: 2, dueAt: 1_500, error: refusal }))
      expect(await valueOf(settle(store, lease, 1, 2_500))).toBe('settled')
      const settled = await valueOf(store.inbox.read(key))
      expect(settled).toMatchObject({ state: 'settled', generation: 1, attempts: 0 })
      expect(settled).not.toHaveProperty('error')
      expect(await valueOf(store.inbox.note(noteOf(key, { at: 3_000 })))).toStrictEqual({ generation: 2 })
      const woken = { state: 'pending', generation: 2, attempts: 0, dueAt: 3_000, notedAt: 3_000 }
      expect(await valueOf(store.inbox.read(key))).toMatchObject(woken)
    })

    it('does not wake a settled entry before the time that settling gave', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key, { at: 1_000 })))
      await valueOf(settle(store, await hold(store, key), 1, 8_000))
      await valueOf(store.inbox.note(noteOf(key, { at: 3_000 })))
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'pending', dueAt: 8_000, notedAt: 3_000 })
    })

    it('wakes a dead letter, due when the note came, with no attempts', async () => {
      const { store } = await open()
      await noteAndBury(store, noteOf(key, { at: 1_000 }))
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'failed', attempts: 3, error: refusal })
      const again = noteOf(key, { trigger: 'operator', at: 4_000 })
      expect(await valueOf(store.inbox.note(again))).toStrictEqual({ generation: 2 })
      const woken = { state: 'pending', generation: 2, attempts: 0, dueAt: 4_000, trigger: 'operator' }
      expect(await valueOf(store.inbox.read(key))).toMatchObject(woken)
    })

    it('keeps the type when a later note does not tell it, and takes a new one', async () => {
      const { store } = await open()
      const typeAfter = async (rest: Partial<ReturnType<typeof noteOf>>) => {
        await valueOf(store.inbox.note(noteOf(key, rest)))
        return (await valueOf(store.inbox.read(key)))?.type
      }
      expect(await typeAfter({})).toBeUndefined()
      expect(await typeAfter({ type: 'person' })).toBe('person')
      expect(await typeAfter({})).toBe('person')
      expect(await typeAfter({ type: 'organization' })).toBe('organization')
      await valueOf(settle(store, await hold(store, key), 4, 0))
      expect(await typeAfter({})).toBe('organization')
    })

    it('counts every one of 50 notes that come at once', async () => {
      const { store } = await open()
      const notes = Array.from({ length: 50 }, () => valueOf(store.inbox.note(noteOf(key))))
      const generations = (await Promise.all(notes)).map(({ generation }) => generation)
      expect(generations.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ generation: 50 })
    })
  })
}
