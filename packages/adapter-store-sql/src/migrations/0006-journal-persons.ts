import type { Migration } from './migration'

/** The person who has asked for what a line of the journal tells. */
export const journalPersons: Migration = ({ schema }, { text }) => [
  schema.alterTable('journal').addColumn('person', text).compile(),
]
