import type { Migration } from './migration'

/** The index of the journal by time gets all columns from which a chart is counted. */
export const journalSeries: Migration = ({ schema }) => [
  schema.dropIndex('journal_time').compile(),
  schema
    .createIndex('journal_time')
    .on('journal')
    .columns(['company', 'at', 'place', 'outcome', 'error_kind', 'triggered_by', 'duration_ms'])
    .compile(),
]
