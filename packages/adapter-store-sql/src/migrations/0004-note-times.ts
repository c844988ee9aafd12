import type { Migration } from './migration'

/** When the notes before the latest one came, so that a run which settles some of them knows how old the others are. */
export const noteTimes: Migration = ({ schema }, { times }) => [
  schema.alterTable('inbox').addColumn('earlier_at', times).compile(),
]
