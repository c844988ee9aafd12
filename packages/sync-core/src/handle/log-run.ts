import { keyText } from '../key'
import type { Logger } from '../ports/logger'
import type { RecordKey } from '../types'
import type { Decision } from './decide'
import type { DoneRun } from '../run/run'

/** Logs one line for a run: ids and kinds, but nothing that the record or the server says. */
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
  if (error.kind === 'held') {
    logger.info({ ...fields, held: error.reason }, 'held')
    return
  }
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

/** The places in the code where a bug is. The error's message is left out, because it may quote a record. */
function framesOf(cause: unknown): { frames?: string[] } {
  if (!(cause instanceof Error) || !cause.stack) return {}
  return { frames: cause.stack.split('\n').filter((line) => line.startsWith('    at ')) }
}
