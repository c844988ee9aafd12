import type { Sandbox, SiaghRow } from '@siagh-sync/sandbox'
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
  /** What of Siagh's contacts was written since the last look. */
  look(): { readonly contact?: SiaghRow }
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

/** A history that begins with what Siagh has. */
export function createSiaghHistory(
  sandbox: Sandbox,
  { accountParty }: Pick<Plan, 'accountParty'>,
  now: () => number,
): SiaghHistory {
  const contacts = createContactHistory(sandbox, now)
  const parties = new Map<string, number>()
  return {
    ...contacts,
    ...createListHistory(now),
    gotParty(id) {
      parties.set(id, now())
      contacts.look()
    },
    hadNoParty: (id, since) => accountParty === 'by-hand' && (parties.get(id) ?? Infinity) > since,
  }
}

function createContactHistory({ siagh }: Sandbox, now: () => number): ContactHistory {
  const strangers = new Map<string, SiaghRow>()
  const losses: LostContact[] = []
  let contacts = new Map<number, SiaghRow>()
  const look = () => {
    const rows = siagh.contacts()
    const contact = rows.find((row) => contacts.get(row.Code) !== row)
    contacts = new Map(rows.map((row) => [row.Code, row]))
    return contact ? { contact } : {}
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
