import type { Migration } from './migration'

/**
 * The times of the notes before the latest one. A run that settles some notes needs them to know the age of the
 * others.
 */
export const noteTimes: Migration = ({ schema }, { times }) => [
  schema.alterTable('inbox').addColumn('earlier_at', times).compile(),
]
