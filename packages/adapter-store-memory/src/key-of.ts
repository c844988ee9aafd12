import type { RecordKey } from '@siagh-sync/sync-core'

/** One text per record. JSON keeps `a/b` + `c` apart from `a` + `b/c`, whatever the ids hold. */
export const keyOf = ({ company, kind, id }: RecordKey): string => JSON.stringify([company, kind, id])
