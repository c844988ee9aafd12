import { withPrefix } from '../backends/with-prefix'
import { withSchema } from '../backends/with-schema'
import type { Scenario } from '../measure'
import { compareIntake } from './compare-intake'

/** Intake of the `web` role: changes go to PostgreSQL, whose commits wait for the disk, and wake-ups to BullMQ on Redis. */
export const measureIntakePostgres: Scenario = ({ rounds, tell }) =>
  withSchema((alone) =>
    withSchema((deployed) =>
      withPrefix((redis) => {
        tell(`${rounds} rounds: bare, the router over a PostgreSQL store, the service with BullMQ on Redis`)
        return compareIntake(rounds, [
          { what: 'router alone, PostgreSQL store', kind: { parts: alone } },
          {
            what: 'PostgreSQL store, BullMQ on Redis',
            kind: { product: { store: deployed, queue: redis } },
            goal: { atLeast: 0.5 },
          },
        ])
      }),
    ),
  )
