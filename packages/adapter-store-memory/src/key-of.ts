import type { RecordKey } from '@siagh-sync/sync-core'

/** One text for each record. JSON distinguishes `a/b` + `c` from `a` + `b/c`, for all ids. */
export const keyOf = ({ company, kind, id }: RecordKey): string => JSON.stringify([company, kind, id])
