import { withPrefix } from '../backends/with-prefix'
import { withSchema } from '../backends/with-schema'
import type { Scenario } from '../measure'
import { compareIntake } from './compare-intake'

/** Intake of the `web` role: changes go to PostgreSQL, whose commits wait for the disk, and wake-ups to BullMQ on Redis. */
export const measureIntakePostgres: Scenario = ({ rounds, tell }) =>
  withSchema((alone) =>
    withSchema((deployed) =>
      withPrefix((redis) => {
        tell(`${rounds} rounds: bare, PostgreSQL store with memory queue, with BullMQ on Redis`)
        return compareIntake(rounds, [
          { what: 'PostgreSQL store, memory queue', kind: { store: alone, queue: 'memory' } },
          {
            what: 'PostgreSQL store, BullMQ on Redis',
            kind: { store: deployed, queue: redis },
            goal: { atLeast: 0.5 },
          },
        ])
      }),
    ),
  )
