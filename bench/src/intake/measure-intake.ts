import type { Scenario } from '../measure'
import { withTemporaryFolder } from '../temporary-folder'
import { compareIntake } from './compare-intake'

/** Intake with what needs nothing but Node. */
export const measureIntake: Scenario = ({ rounds, tell }) =>
  withTemporaryFolder((folder) => {
    tell(`${rounds} rounds: bare, memory store, SQLite store`)
    return compareIntake(rounds, [
      { what: 'memory store', kind: { store: 'memory', queue: 'memory' }, goal: { atLeast: 0.8 } },
      {
        what: 'SQLite store, synchronous=FULL',
        kind: { store: { folder }, queue: 'memory' },
        goal: { atLeast: 0.65 },
      },
    ])
  })
