import { join } from 'node:path'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Store, type Sync } from '@siagh-sync/sync-core'
import { openPostgres } from '../backends/open-postgres'
import type { SchemaPlace } from '../backends/with-schema'
import { answerParent } from '../child/answer-parent'
import type { Access } from '../servers/servers-process'
import { COMPANY, OLD, PURGED_COMPANY, TO_PURGE, YOUNG } from './amounts'
import { fillStatements } from './fill-statements'
import { fillPostgres, fillSqlite } from './fill-store'
import { handleAll, takeAll } from './jobs'
import { noteMany, noteSteadily, type Latencies } from './notes'
import { purgeOld, type Purged } from './purge-old'
import { questions, timesOfAnswers } from './questions'

/** Which of the two stores. */
export type Age = 'young' | 'old'

const AMOUNTS = { young: YOUNG, old: OLD }
const TIMES_ASKED = 31
const QUIET_MS = 5_000

interface Opened {
  readonly store: Store
  readonly sync: Sync
}

const opened = new Map<Age, Opened>()

const commands = {
  /** Opens a store and fills it. */
  async open(age: Age, place: SchemaPlace | { readonly folder: string }, siagh: Access, crm: Access): Promise<void> {
    const store = await openAndFill(age, place)
    const unlimited = { rateLimit: { concurrency: Infinity, perSecond: Infinity } }
    const clients = {
      siagh: createSiaghClient({ ...siagh, ...unlimited }),
      crm: createCrmClient({ ...crm, ...unlimited }),
    }
    // The Siagh of the benchmark has none of the contacts that the store has a history of.
    const rules = { contactListMinShare: 0 }
    opened.set(age, { store, sync: createSync({ ...clients, store, queue: memoryQueue(), company: COMPANY, rules }) })
  },
  /** Milliseconds for each question of an operator. The first time round is for warming up. */
  async answers(): Promise<Readonly<Record<string, Readonly<Record<Age, number>>>>> {
    const times: [string, Readonly<Record<Age, number>>][] = []
    for (const [name, ask] of Object.entries(questions)) {
      const both = {
        young: () => ask(of('young').sync, YOUNG.journal),
        old: () => ask(of('old').sync, OLD.journal),
      }
      await timesOfAnswers(both, TIMES_ASKED)
      times.push([name, await timesOfAnswers(both, TIMES_ASKED)])
    }
    return Object.fromEntries(times)
  },
  /** Milliseconds for so many notes about records that are new. */
  notes: (age: Age, amount: number): Promise<number> => noteMany(of(age).store, amount),
  /** Milliseconds for bringing all these identities into Siagh. */
  async jobs(age: Age, ids: readonly string[]): Promise<number> {
    await takeAll(of(age).sync, ids)
    return handleAll(of(age).sync)
  },
  /** How long single notes take at a steady pace, and how long they take while the old store is purged. */
  async notesDuringPurge(): Promise<{
    readonly quiet: Latencies
    readonly purging: Latencies
    readonly purged: Purged
  }> {
    const { store } = of('old')
    const quiet = await noteSteadily(store, (startedAt) => performance.now() - startedAt > QUIET_MS)
    const purge = purgeOld(store)
    const done = purge.run()
    const purging = await noteSteadily(store, purge.isOver)
    return { quiet, purging, purged: await done }
  },
}

/** The commands of this process. */
export type HistoryCommands = typeof commands

answerParent(commands)

// Past every rule of retention.
const LONG_AGO_MS = 1_000 * 86_400_000

function pastOf(age: Age): readonly string[] {
  const now = Date.now()
  const past = fillStatements(AMOUNTS[age], now, COMPANY)
  return age === 'young' ? past : [...past, ...fillStatements(TO_PURGE, now - LONG_AGO_MS, PURGED_COMPANY)]
}

async function openAndFill(age: Age, place: SchemaPlace | { readonly folder: string }): Promise<Store> {
  if ('schema' in place) {
    const store = await openPostgres(place)
    await fillPostgres(place, pastOf(age))
    return store
  }
  const file = join(place.folder, `${age}.db`)
  const store = await sqliteStore({ file })
  fillSqlite(file, pastOf(age))
  return store
}

function of(age: Age): Opened {
  const found = opened.get(age)
  if (!found) throw new Error('open comes first')
  return found
}
