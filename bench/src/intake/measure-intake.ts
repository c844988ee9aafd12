import type { Scenario } from '../measure'
import { withTemporaryFolder } from '../temporary-folder'
import { compareIntake } from './compare-intake'

/** Intake with what needs nothing but Node: the service on one machine, and its router without a database. */
export const measureIntake: Scenario = ({ rounds, tell }) =>
  withTemporaryFolder((folder) => {
    tell(`${rounds} rounds: bare, the router over a memory store, the service on SQLite`)
    return compareIntake(rounds, [
      { what: 'router alone, memory store', kind: { parts: 'memory' }, goal: { atLeast: 0.8 } },
      {
        what: 'SQLite store, synchronous=FULL',
        kind: { product: { folder } },
        goal: { atLeast: 0.65 },
      },
    ])
  })
