import type { JournalEntry, Status, Sync } from '@siagh-sync/sync-core'
import { errAsync, okAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { until } from '../../../../../test-support/until'
import { createEventHub, type HubEvent } from './event-hub'

const STATUS: Status = {
  company: 'default',
  mode: 'live',
  hold: 'none',
  pending: 0,
  held: 0,
  failed: 0,
  inDoubt: 0,
  unreadableContacts: 0,
  running: 0,
  away: [],
}

const run = (at: number, id: string): JournalEntry => ({
  at,
  key: { company: 'default', kind: 'identity', id },
  trigger: 'webhook',
  attempt: 1,
  outcome: 'created',
  durationMs: 1,
  calls: [],
  warnings: [],
})

function openHub(everyMs = 1) {
  let status: Status | undefined = STATUS
  let reads = 0
  const journal: JournalEntry[] = []
  const unavailable = { kind: 'store_unavailable', retryable: true, message: 'away' } as const
  const sync: Pick<Sync, 'status' | 'history'> = {
    status: () => {
      reads += 1
      return status === undefined ? errAsync(unavailable) : okAsync(status)
    },
    history: ({ since = 0 } = {}) => okAsync({ items: journal.filter(({ at }) => at >= since).toReversed() }),
  }
  const hub = createEventHub(sync, everyMs)
  const listen = () => {
    const heard: HubEvent[] = []
    return { heard, stop: hub.listen((event) => heard.push(event)) }
  }
  return {
    listen,
    reads: () => reads,
    journal,
    become: (next: Status | undefined) => (status = next),
  }
}

describe('the events of a company', () => {
  it('tell the status at once, and again only when it has changed', async () => {
    const { listen, reads, become } = openHub()
    const { heard, stop } = listen()
    await until('it was read often', () => reads() > 5)
    expect(heard).toEqual([{ event: 'status', data: STATUS }])
    become({ ...STATUS, failed: 1 })
    await until('the change is told', () => heard.length === 2)
    become(undefined)
    await until('the store is away', () => heard.length === 3)
    become(STATUS)
    await until('it is back', () => heard.length === 4)
    expect(heard.map(({ event }) => event)).toEqual(['status', 'status', 'away', 'status'])
    stop()
  })

  it('tell each run once, also when several end in the same millisecond', async () => {
    const { listen, journal, reads } = openHub()
    const { heard, stop } = listen()
    await until('it listens', () => reads() > 1)
    const now = Date.now()
    const told = () => heard.flatMap(({ event, data }) => (event === 'runs' ? data.map(({ key }) => key.id) : []))
    journal.push(run(now, 'a'))
    await until('the first is told', () => told().length === 1)
    journal.push(run(now, 'b'), run(now, 'c'), run(now + 1, 'd'))
    await until('all are told', () => told().length === 4)
    const before = reads()
    await until('it was read again', () => reads() > before + 3)
    expect(told().toSorted()).toEqual(['a', 'b', 'c', 'd'])
    stop()
  })

  it('cost one read for many listeners, and none without a listener', async () => {
    const { listen, reads } = openHub(60_000)
    expect(reads()).toBe(0)
    const listeners = Array.from({ length: 50 }, listen)
    await until('all have heard', () => listeners.every(({ heard }) => heard.length === 1))
    listeners.forEach(({ stop }) => stop())
    const later = listen()
    expect(later.heard).toEqual([{ event: 'status', data: STATUS }])
    expect(reads()).toBe(1)
    later.stop()
  })
})
