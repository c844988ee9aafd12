import type { IQueueBackend, PostgresConnection } from 'bullmq'
import type { Settings } from '../options'
import { MAX_STALLED } from '../worker-options'

const NOW = `(extract(epoch FROM clock_timestamp()) * 1000)::bigint`

/** A job that is being moved now is skipped. The next look finds it. */
const CAP_LOCKS = `
  UPDATE job SET locked_until_ms = ${NOW} + $2 WHERE queue = $1 AND id IN (
    SELECT id FROM job WHERE queue = $1 AND state = 'active' AND locked_until_ms > ${NOW} + $2 FOR UPDATE SKIP LOCKED)`

/** Other fields of a queue hold no numbers. */
const CAP_LAST_LOOK = `
  UPDATE meta SET value = ${NOW}::text
  WHERE queue = $1 AND CASE WHEN field = 'stalled-check' THEN value::bigint > ${NOW} ELSE false END`

const LOOK = `SELECT id FROM move_stalled_jobs_to_wait($1, $2, ${NOW}, $3) AS t(id)`

/**
 * Looks for wake-ups of dead workers with the server's clock. BullMQ uses the clock of each process. A process with a
 * fast clock that has died would keep its jobs, and stop all others from looking, for as long as its clock was ahead.
 * A living one would take the jobs of others. So times that such a process has written are first set back to the
 * server's time.
 */
export function useServerClock(
  backend: IQueueBackend,
  { pool }: PostgresConnection,
  name: string,
  { lockMs, stalledIntervalMs }: Settings,
): void {
  backend.moveStalledJobsToWait = async () => {
    await pool.query(CAP_LOCKS, [name, lockMs])
    await pool.query(CAP_LAST_LOOK, [name])
    const { rows } = await pool.query<{ readonly id: string }>(LOOK, [name, MAX_STALLED, stalledIntervalMs])
    return rows.map(({ id }) => id)
  }
}
