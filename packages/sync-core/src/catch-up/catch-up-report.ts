import type { FoundObjects } from '@siagh-sync/crm-client'
import type { EntityKind } from '../types'
import type { CatchUpReport } from './catch-up-events'

type Kind = keyof FoundObjects

/**
 * The kind under which records are noted. `identity`: it is not known whether the record is a person or an
 * organization.
 */
export type NotedKind = Kind | 'identity'

/** The counts of a catch-up so far. */
export interface CatchUpCounts {
  readonly noted: (kind: NotedKind, count: number) => void
  /** Notes that the CRM refuses `find` for this kind. */
  readonly refuse: (kind: Kind) => void
  readonly isRefused: (kind: Kind) => boolean
  /** Notes where the next catch-up of a kind begins, on the CRM's clock. 0: the CRM holds no such record yet. */
  readonly begin: (mark: string, at: number) => void
  readonly report: (complete: boolean) => CatchUpReport
}

/** Creates empty counts. */
export function createCatchUpCounts(): CatchUpCounts {
  const noted: Record<EntityKind, number> = { identity: 0, invoice: 0, quote: 0 }
  const refused = new Set<Kind>()
  const marks = new Map<string, number>()
  return {
    noted: (kind, count) => void (noted[entityOf(kind)] += count),
    refuse: (kind) => void refused.add(kind),
    isRefused: (kind) => refused.has(kind),
    begin: (mark, at) => void marks.set(mark, at),
    report(complete) {
      const begins = [...marks.values()].filter((at) => at > 0)
      const isWalk = refused.has('person') || refused.has('organization')
      return {
        complete,
        by: isWalk ? 'walk' : 'find',
        noted: { ...noted },
        refused: [...refused],
        ...(begins.length > 0 && { mark: new Date(Math.min(...begins)) }),
      }
    },
  }
}

/** The kind of record. A person and an organization are both identities. */
export function entityOf(kind: NotedKind): EntityKind {
  return kind === 'person' || kind === 'organization' ? 'identity' : kind
}
