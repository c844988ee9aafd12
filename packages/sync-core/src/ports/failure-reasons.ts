import type { SyncErrorKind } from '../errors'
import type { Said } from '../messages/saying'
import type { EntityKind } from '../types'

/** Dead letters that failed for the same reason. */
export interface FailureReason {
  /** The code of the message. For an error without such a code: the kind of the error. */
  readonly reason: string
  readonly error: SyncErrorKind
  /** The kinds of the records, in alphabetical order. */
  readonly kinds: readonly EntityKind[]
  /** How many dead letters there are. */
  readonly records: number
  /** The earliest `notedAt` among them. */
  readonly notedAt: number
}

/** Dead letters of one kind of record that failed for the same reason. */
export interface FailureCount extends Pick<FailureReason, 'reason' | 'error' | 'records' | 'notedAt'> {
  readonly kind: EntityKind
}

const MOST_REASONS = 200

/** The reason of a stored error. For authors of a store. */
export const reasonOf = ({ said, kind }: { readonly kind: SyncErrorKind; readonly said?: Said }): string =>
  said?.message.code ?? kind

/** Adds up what a store has counted, in the order of `Inbox.failureReasons`. For authors of a store. */
export function toFailureReasons(counts: Iterable<FailureCount>): readonly FailureReason[] {
  const reasons = new Map<string, FailureReason>()
  for (const { reason, error, kind, records, notedAt } of counts) {
    const name = JSON.stringify([reason, error])
    const sum = reasons.get(name) ?? { reason, error, kinds: [], records: 0, notedAt }
    reasons.set(name, {
      ...sum,
      kinds: [...new Set([...sum.kinds, kind])].sort(),
      records: sum.records + records,
      notedAt: Math.min(sum.notedAt, notedAt),
    })
  }
  return [...reasons.values()].sort(byFrequency).slice(0, MOST_REASONS)
}

const byFrequency = (one: FailureReason, other: FailureReason) =>
  other.records - one.records || one.notedAt - other.notedAt || (one.reason < other.reason ? -1 : 1)
