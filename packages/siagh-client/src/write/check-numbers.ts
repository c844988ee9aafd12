import { coded, rejected, type ApiError, type Reason } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import type { PreInvoice } from '../types'

/**
 * Refuses a code that no contact can have. Siagh takes `Param1=NaN` for a request to create, so such an update would
 * create a contact.
 */
export function checkCode(code: number): Result<number, ApiError> {
  if (Number.isSafeInteger(code) && code > 0) return ok(code)
  return err(notSent([{ field: 'code', message: 'A contact code is a whole number above 0' }]))
}

/**
 * Refuses a pre-invoice with a number that is not finite. JSON would turn it into `null`, and Siagh's script breaks
 * on that.
 */
export function checkNumbers(preInvoice: PreInvoice): Result<PreInvoice, ApiError> {
  const { lines, ...head } = preInvoice
  const reasons = [...notFinite(head, ''), ...lines.flatMap((line, index) => notFinite(line, `lines.${index}.`))]
  return reasons.length === 0 ? ok(preInvoice) : err(notSent(reasons))
}

function notFinite(fields: object, prefix: string): Reason[] {
  return Object.entries(fields)
    .filter(([, value]) => typeof value === 'number' && !Number.isFinite(value))
    .map(([name]) => ({ field: `${prefix}${name}`, message: 'Must be a finite number' }))
}

function notSent(reasons: readonly Reason[]): ApiError {
  return rejected(
    'siagh',
    coded('number_impossible', 'Nothing was sent to Siagh: a number cannot be what it is'),
    reasons,
  )
}
