import type { RecordKey, Store } from '@siagh-sync/sync-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startProcess, type StoreProcess } from '../process/start-process'
import type { OpenStore, StoreUnderTest } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, entryOf, hold, LONG_MS, noteOf, recordKey } from './samples'
import { settle } from './writes'

const NOTES = 400
const keys = Array.from({ length: 40 }, (_, index) => recordKey(`p-${index}`))

/** Several processes use one store at once, and one of them dies. */
export function processes(open: OpenStore): void {
  const openWith = async (count: number) => {
    const subject = await open()
    const others: StoreProcess[] = []
    for (let index = 0; index < count; index += 1) others.push(await start(subject))
    return { ...subject, others }
  }

  describe('two processes', () => {
    it('count every note on one record', async () => {
      const { store, others } = await openWith(2)
      const key = recordKey('shared')
      const noteAll = ({ ask }: StoreProcess) =>
        Promise.all(Array.from({ length: NOTES }, (_, at) => ask('inbox', 'note', noteOf(key, { at }))))
      const generations = (await Promise.all(others.map(noteAll))).flat().map(({ generation }) => generation)
      expect(generations.sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * NOTES }, (_, i) => i + 1))
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ generation: 2 * NOTES })
    })

    it('keep every note on records of their own, and see those of the other', async () => {
      const { store, others } = await openWith(2)
      await Promise.all(
        others.flatMap(({ ask }, index) =>
          Array.from({ length: NOTES }, (_, note) => ask('inbox', 'note', noteOf(recordKey(`${index}-${note}`)))),
        ),
      )
      expect(await valueOf(store.inbox.counts('acme'))).toMatchObject({ pending: 2 * NOTES })
      for (const { ask } of others) {
        expect(await ask('inbox', 'counts', 'acme')).toMatchObject({ pending: 2 * NOTES })
      }
    })

    it('never have the lease of one record at once', async () => {
      const { others } = await openWith(2)
      const acquireAll = ({ ask }: StoreProcess) =>
        Promise.all(keys.map((key) => ask('leases', 'acquire', key, LONG_MS)))
      const [one = [], other = []] = await Promise.all(others.map(acquireAll))
      const holders = keys.map((_, index) => [one[index], other[index]].filter((lease) => lease !== null).length)
      expect(holders).toEqual(keys.map(() => 1))
    })

    it('never map two records to one counterpart', async () => {
      const { store, others } = await openWith(2)
      const save = async ({ ask }: StoreProcess, key: RecordKey, code: string) => {
        const lease = await ask('leases', 'acquire', key, LONG_MS)
        if (lease === null) throw new Error(`somebody holds ${key.id}`)
        return (await ask('flow', 'intend', lease, draftOf(key, code), 0)).status
      }
      const saveAll = (other: StoreProcess, index: number) =>
        Promise.all(keys.map(({ id }) => save(other, recordKey(`${id}-${index}`), id)))
      const [one = [], other = []] = await Promise.all(others.map(saveAll))
      expect(keys.map((_, index) => [one[index], other[index]].sort())).toEqual(keys.map(() => ['saved', 'taken']))
      expect((await valueOf(store.mappings.list('acme', {}, { limit: 200 }))).items).toHaveLength(keys.length)
    })

    it('settle nothing that the other has noted meanwhile', async () => {
      const { store, others } = await openWith(1)
      const [other] = others
      for (const key of keys) await valueOf(store.inbox.note(noteOf(key)))
      await Promise.all(
        keys.map(async (key) => {
          const lease = await hold(store, key)
          await Promise.all([valueOf(settle(store, lease, 1, 0)), other?.ask('inbox', 'note', noteOf(key))])
        }),
      )
      for (const key of keys) {
        expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'pending', generation: 2 })
      }
    })
  })

  killedRuns(openWith)

  describe('a process that is killed', () => {
    it('leaves everything behind that it has acknowledged', async () => {
      const { store, others } = await openWith(1)
      const acknowledged: string[] = []
      const noteUntilKilled = async ({ ask, kill }: StoreProcess, lane: number) => {
        for (let note = 0; ; note += 1) {
          const key = recordKey(`${lane}-${note}`)
          const isThere = await ask('inbox', 'note', noteOf(key)).catch(() => undefined)
          if (isThere === undefined) return
          acknowledged.push(key.id)
          // Not awaited: the process is killed while notes are under way.
          if (acknowledged.length === NOTES) void kill()
        }
      }
      await Promise.all(others.flatMap((other) => Array.from({ length: 8 }, (_, lane) => noteUntilKilled(other, lane))))
      expect(acknowledged.length).toBeGreaterThanOrEqual(NOTES)
      const missing: string[] = []
      for (const id of acknowledged) {
        if ((await valueOf(store.inbox.read(recordKey(id)))) === null) missing.push(id)
      }
      expect(missing).toEqual([])
    })

    it('leaves its leases and its half of the work to the others', async () => {
      const { store, others } = await openWith(1)
      const [other] = others
      const [lasting, ending] = [recordKey('lasting'), recordKey('ending')]
      for (const key of [lasting, ending]) await valueOf(store.inbox.note(noteOf(key)))
      await other?.ask('leases', 'acquire', lasting, LONG_MS)
      await other?.ask('leases', 'acquire', ending, 1)
      await other?.kill()
      expect(await valueOf(store.leases.acquire(lasting, LONG_MS))).toBeNull()
      let lease = null
      while (lease === null) lease = await valueOf(store.leases.acquire(ending, LONG_MS))
      expect(await valueOf(settle(store, lease, 1, 0))).toBe('settled')
    })
  })
}

/** The three visits of a run. A process that dies may have made some of them. */
function killedRuns(
  openWith: (count: number) => Promise<{ readonly store: Store; readonly others: readonly StoreProcess[] }>,
) {
  describe('a process that is killed in a run', () => {
    it('leaves its intent to the run that begins after its lease', async () => {
      const { store, others } = await openWith(1)
      const [other] = others
      const key = recordKey('p-1')
      await valueOf(store.inbox.note(noteOf(key)))
      const begun = await other?.ask('flow', 'begin', key, 2_000)
      if (!begun) throw new Error('nobody else has the record')
      const intent = { key, state: 'intent', fingerprint: '', detail: {} } as const
      await other?.ask('flow', 'intend', begun.lease, intent, 0)
      await other?.kill()
      expect(await valueOf(store.begin(key, LONG_MS))).toBeNull()
      let next = null
      while (next === null) next = await valueOf(store.begin(key, LONG_MS))
      expect(next).toMatchObject({ mapping: { state: 'intent', version: 1 }, entry: { state: 'pending' } })
    })

    it('leaves the end of each run whole or not there at all', async () => {
      const { store, others } = await openWith(1)
      for (const key of keys) await valueOf(store.inbox.note(noteOf(key)))
      let ended = 0
      const runUntilKilled = async ({ ask, kill }: StoreProcess, key: RecordKey) => {
        const begun = await ask('flow', 'begin', key, LONG_MS)
        if (!begun) throw new Error('nobody else has the record')
        const mapping = { draft: draftOf(key, key.id), expectedVersion: 0 }
        const inbox = { do: 'settle', generation: 1, dueAt: 0 } as const
        const finish = ask('flow', 'finish', begun.lease, { mapping, journal: entryOf(key), inbox })
        await finish.catch(() => undefined)
        ended += 1
        // Not awaited: the process is killed while ends of runs are under way.
        if (ended === 10) void kill()
      }
      await Promise.allSettled(others.flatMap((other) => keys.map((key) => runUntilKilled(other, key))))
      const readJournal = async () =>
        (await valueOf(store.journal.list('acme', {}, { limit: 100 }))).items.map(({ key }) => key.id)
      const readRecords = () =>
        Promise.all(
          keys.map(async (key) => ({
            id: key.id,
            isMapped: (await valueOf(store.mappings.get(key))) !== null,
            state: (await valueOf(store.inbox.read(key)))?.state,
          })),
        )
      // A server may still be executing the last statement of a dead process. So only a state that does not change
      // any more can be compared.
      let journaled = await readJournal()
      let records = await readRecords()
      for (let again = await readJournal(); again.length !== journaled.length; again = await readJournal()) {
        journaled = again
        records = await readRecords()
      }
      expect(journaled.length).toBeGreaterThanOrEqual(10)
      const wanted = keys.map(({ id }) => {
        const isEnded = journaled.includes(id)
        return { id, isMapped: isEnded, state: isEnded ? 'settled' : 'pending' }
      })
      expect(records).toStrictEqual(wanted)
    })
  })
}

async function start({ otherProcess }: StoreUnderTest): Promise<StoreProcess> {
  if (otherProcess === undefined) {
    throw new Error('a store that several processes can use gives `otherProcess`; any other says `shared: false`')
  }
  const started = await startProcess(otherProcess)
  onTestFinished(() => started.kill())
  return started
}
