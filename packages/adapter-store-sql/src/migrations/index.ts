import { firstTables } from './0001-first-tables'
import { marks } from './0002-marks'
import { originsGapsAndMoves } from './0003-origins-gaps-and-moves'
import { noteTimes } from './0004-note-times'
import type { Migration } from './migration'

/** In order; a database's version is how many of these it has seen. None is ever changed once it was released. */
export const migrations: readonly Migration[] = [firstTables, marks, originsGapsAndMoves, noteTimes]
