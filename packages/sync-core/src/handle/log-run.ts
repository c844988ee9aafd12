import { keyText } from '../key'
import type { Logger } from '../ports/logger'
import type { RecordKey } from '../types'
import type { Decision } from './decide'
import type { DoneRun } from '../run/start-run'

/** One line a run: ids and kinds, never what the record or the server says. */
export function logRun(
  logger: Logger,
  key: RecordKey,
  attempt: number,
  result: DoneRun['result'],
  decision: Decision,
): void {
  const fields = { company: key.company, key: keyText(key), attempt }
  if (result.isOk()) {
    logger.info({ ...fields, outcome: result.value.outcome, siagh: result.value.siagh }, 'handled')
    return
  }
  const error = result.error
  const system = 'system' in error ? { system: error.system } : {}
  if (decision.do === 'bury') {
    logger.error(
      { ...fields, ...system, error: error.kind, ...(error.kind === 'defect' && framesOf(error.cause)) },
      'failed',
    )
  } else {
    const delayMs = 'delayMs' in decision ? decision.delayMs : 0
    logger.warn({ ...fields, ...system, error: error.kind, delayMs }, 'to be tried again')
  }
}

/** Where a bug is. An error's message may quote a record, so it is left out. */
function framesOf(cause: unknown): { frames?: string[] } {
  if (!(cause instanceof Error) || !cause.stack) return {}
  return { frames: cause.stack.split('\n').filter((line) => line.startsWith('    at ')) }
}
