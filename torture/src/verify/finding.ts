import type { Deliveries } from '../load/deliver'
import type { LoadRecord } from '../load/record'
import type { Done } from '../mischief/run-schedule'
import type { Books } from '../stage/control'
import type { StoreState } from './read-store'

/** All that the judges look at, once nothing is pending any more. */
export interface Evidence {
  readonly records: readonly LoadRecord[]
  readonly deliveries: Deliveries
  readonly store: StoreState
  /** What both servers hold. */
  readonly books: Books
  /** The contacts that Siagh held at the start. */
  readonly before: Books['contacts']
  readonly schedule: readonly Done[]
  /** When the load began, by this machine's clock. */
  readonly startedAt: number
}

/** A promise that was broken. */
export interface Violation {
  /** `kind/id` of the record, or the name of a process. */
  readonly about: string
  readonly what: string
}

/** What one judge has to say. */
export interface Finding {
  readonly violations: readonly Violation[]
  /** Lines of the table. */
  readonly figures: readonly (readonly [string, string | number])[]
}

export const keyOf = ({ kind, id }: LoadRecord): string => `${kind}/${id}`
