import type { SiaghSession, SiaghUser } from '@siagh-sync/siagh-client'
import type { Clock, SyncError } from '@siagh-sync/sync-core'
import { createPace, type Work } from '@siagh-sync/sync-core/long-work'
import {
  createContactTable,
  createLikenessIndex,
  likenessOfContact,
  type ContactTable,
  type LikenessIndex,
} from '@siagh-sync/sync-core/matching'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'
import { err, ok } from 'neverthrow'
import { finding, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import { judgeContactForms } from '../forms/judge-forms'
import type { ProbeEvent } from '../probe-events'
import type { ProbedServers } from '../servers'
import { createContactCounter, type ContactCounts } from './contact-counts'
import { judgeContacts } from './judge-contacts'
import { judgeListFilter } from './list-filter'

/** Siagh's contacts, as a probe has read them. */
export interface ReadContacts {
  readonly counts: ContactCounts
  /** Rows that cannot be read. */
  readonly unreadable: number
  /** How large the list is, and how long it takes. */
  readonly list: { readonly bytes: number; readonly ms: number }
  readonly table: ContactTable
  readonly likeness: LikenessIndex
}

type Servers = Pick<ProbedServers, 'siagh' | 'answers' | 'rules'>

/** Asks Siagh. `undefined`: its contact list cannot be read. An error: it does not let us in. */
export async function* probeSiagh(
  servers: Servers,
  { clock, signal }: { readonly clock: Pick<Clock, 'now'>; readonly signal: AbortSignal | undefined },
): Work<ProbeEvent, ReadContacts | undefined> {
  const login = await servers.siagh.login()
  if (login.isErr()) return err<never, SyncError>(login.error)
  yield found(judgeFiscalYear(login.value))
  const counter = createContactCounter()
  const table = createContactTable()
  const likeness = createLikenessIndex()
  const examples: SiaghUser[] = []
  const pace = createPace(clock)
  servers.answers.forget()
  servers.answers.takeForms()
  for await (const batch of servers.siagh.readUsers({ onUnreadable: table.addUnreadable, ...(signal && { signal }) })) {
    if (batch.isErr()) {
      yield found(unreadableList(saidBy(batch.error).message))
      return ok(undefined)
    }
    for (const row of batch.value) {
      const likenessOfRow = likenessOfContact(row, servers.rules)
      counter.add(row, likenessOfRow.mobiles)
      likeness.add(likenessOfRow, table.add(row))
    }
    examples.push(...batch.value.slice(0, EXAMPLES - examples.length))
    if (pace.isDue()) yield { kind: 'progress', phase: 'reading-siagh', progress: pace.at(table.length()) }
  }
  const { bytes = 0, ms = 0 } = servers.answers.last() ?? {}
  const counts = counter.counts()
  const read = { counts, unreadable: table.unreadable.length, list: { bytes, ms }, table, likeness }
  yield found(judgeList(read))
  for (const each of judgeContactForms(servers.answers.takeForms())) yield found(each)
  yield found(await judgeListFilter(servers.siagh, counts.contacts, exampleOf(examples)))
  for (const each of judgeContacts(counts, servers.rules)) yield found(each)
  return ok(read)
}

function unreadableList(reason: Saying): Finding {
  const seen = probeSaying('probe_list_unreadable', { reason })
  return finding('contact_list', 'differs', seen, probeSaying('probe_nothing_before_list'))
}

const EXAMPLES = 500

function found(each: Finding): ProbeEvent {
  return { kind: 'finding', finding: each }
}

/** The contact that has most of the fields that a filter may name. */
function exampleOf(rows: readonly SiaghUser[]): Partial<SiaghUser> {
  const filled = ({ TelNo, tmpid }: SiaghUser) => Number(TelNo !== undefined) + Number(tmpid !== undefined)
  const [best = {}] = [...rows].sort((one, other) => filled(other) - filled(one))
  return best
}

function judgeFiscalYear({ fiscalYear }: SiaghSession): Finding {
  return fiscalYear === undefined
    ? finding('fiscal_year', 'differs', probeSaying('probe_no_fiscal_year'), probeSaying('probe_year_of_the_document'))
    : finding(
        'fiscal_year',
        'holds',
        probeSaying('probe_fiscal_year_is', { year: String(fiscalYear) }),
        probeSaying('probe_year_is_used'),
      )
}

const SLOW_MS = 15_000

function judgeList({
  counts: { contacts },
  unreadable,
  list: { bytes, ms },
}: Omit<ReadContacts, 'table' | 'likeness'>): Finding {
  const seen = probeSaying('probe_list_is', {
    contacts,
    kilobytes: Math.ceil(bytes / 1_000),
    seconds: (ms / 1_000).toFixed(1),
  })
  if (unreadable > 0)
    return finding('contact_list', 'differs', seen, probeSaying('probe_rows_unreadable', { count: unreadable }))
  if (ms > SLOW_MS) return finding('contact_list', 'differs', seen, probeSaying('probe_list_is_slow'))
  return finding('contact_list', 'holds', seen, probeSaying('probe_list_is_fine'))
}
