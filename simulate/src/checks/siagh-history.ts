import { isDeepStrictEqual } from 'node:util'
import type { Sandbox, SiaghRow } from '@siagh-sync/sandbox'
import { lagOf } from '../world/lag-of'
import { markOf } from './mark-of'
import type { Plan } from '../world/plan'

/** A contact that somebody has deleted in Siagh. */
export interface LostContact {
  readonly id: string
  /** As it was. */
  readonly row: SiaghRow
  readonly at: number
  /** When it came back. */
  backAt?: number
  /** When its `Code` was given to somebody else. */
  replacedAt?: number
}

/** What people have done at Siagh's own screen, and when its list was cut. */
export interface SiaghHistory extends ContactHistory, ListHistory, PartyHistory {}

interface ContactHistory {
  /** The contact of an identity was deleted. */
  lost(id: string, row: SiaghRow): void
  broughtBack(id: string): void
  /** A contact was made that belongs to no identity of the CRM. */
  cameByHand(row: SiaghRow): void
  /** By their `RecordId`: contacts that are none of the CRM's identities. */
  strangers(): ReadonlyMap<string, SiaghRow>
  losses(): readonly LostContact[]
  /** The contact of an identity that is gone now. */
  missing(id: string): LostContact | undefined
  /** When the newest contact with the mark of an identity was made. */
  madeAt(id: string): number | undefined
  /** What of Siagh's contacts was written since the last look. */
  look(): { readonly contact?: SiaghRow; readonly isNew?: boolean }
}

interface ListHistory {
  /** Somebody was answered a list that lacks contacts, and no more of them than people may have deleted. */
  cutBelievably(): void
  /** Whether somebody was answered such a list at `since` or later. */
  wasCutAfter(since: number): boolean
}

interface PartyHistory {
  /** The contact of an identity was made an account party by hand. */
  gotParty(id: string): void
  /** Whether the contact of an identity was no account party at any time from `since` on. */
  hadNoParty(id: string, since: number): boolean
}

// As in the sandbox.
const PARTY_AFTER_MS = 3 * 60_000

/** A history that begins with what Siagh has. */
export function createSiaghHistory(sandbox: Sandbox, plan: Pick<Plan, 'dialect'>, now: () => number): SiaghHistory {
  const contacts = createContactHistory(sandbox, now)
  const parties = new Map<string, number>()
  const lagMs = lagOf(plan, 'contactListLag')
  /** When the list shows that the contact of an identity is an account party. */
  const partyAt = (id: string) => {
    switch (plan.dialect.accountParty) {
      case 'by-hand':
        return parties.get(id) ?? Infinity
      case 'after-minutes':
        return (contacts.madeAt(id) ?? Infinity) + PARTY_AFTER_MS
      case 'with-contact':
      case 'never':
        return -Infinity
    }
  }
  return {
    ...contacts,
    ...createListHistory(now),
    gotParty(id) {
      parties.set(id, now())
      contacts.look()
    },
    hadNoParty: (id, since) => partyAt(id) + lagMs > since,
  }
}

/** Whether a contact is as it was, but for the account party, which Siagh may make by itself. */
export function isSameRow(one: SiaghRow | undefined, other: SiaghRow): boolean {
  if (!one) return false
  return one === other || isDeepStrictEqual({ ...one, AccountPartyCode: null }, { ...other, AccountPartyCode: null })
}

function createContactHistory({ siagh }: Sandbox, now: () => number): ContactHistory {
  const strangers = new Map<string, SiaghRow>()
  const losses: LostContact[] = []
  const made = new Map<string, number>()
  let contacts = new Map<number, SiaghRow>()
  const look = () => {
    const rows = siagh.contacts()
    const contact = rows.find((row) => !isSameRow(contacts.get(row.Code), row))
    const isNew = contact !== undefined && !contacts.has(contact.Code)
    for (const row of rows) {
      const mark = markOf(row)
      if (mark && (!made.has(mark) || !contacts.has(row.Code))) made.set(mark, now())
    }
    contacts = new Map(rows.map((row) => [row.Code, row]))
    return contact ? { contact, isNew } : {}
  }
  look()
  const missing = (id: string) => losses.find((loss) => loss.id === id && loss.backAt === undefined)
  return {
    lost(id, row) {
      losses.push({ id, row, at: now() })
      look()
    },
    broughtBack(id) {
      const loss = missing(id)
      if (loss) loss.backAt = now()
      look()
    },
    cameByHand(row) {
      strangers.set(row.RecordId, row)
      for (const loss of losses) if (loss.row.Code === row.Code) loss.replacedAt ??= now()
      look()
    },
    strangers: () => strangers,
    losses: () => losses,
    missing,
    madeAt: (id) => made.get(id),
    look,
  }
}

function createListHistory(now: () => number): ListHistory {
  let lastAt = -Infinity
  return {
    cutBelievably: () => void (lastAt = now()),
    wasCutAfter: (since) => lastAt >= since,
  }
}
