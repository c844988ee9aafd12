import { firstTables } from './0001-first-tables'
import { marks } from './0002-marks'
import { originsGapsAndMoves } from './0003-origins-gaps-and-moves'
import { noteTimes } from './0004-note-times'
import { heldChanges } from './0005-held-changes'
import { journalPersons } from './0006-journal-persons'
import { failureReasons } from './0007-failure-reasons'
import { documentNumbers } from './0008-document-numbers'
import { namedValues } from './0009-values'
import { journalSeries } from './0010-journal-series'
import type { Migration } from './migration'

/**
 * In order. The version of a database is the number of migrations it has had. A released migration is never changed.
 */
export const migrations: readonly Migration[] = [
  firstTables,
  marks,
  originsGapsAndMoves,
  noteTimes,
  heldChanges,
  journalPersons,
  failureReasons,
  documentNumbers,
  namedValues,
  journalSeries,
]
