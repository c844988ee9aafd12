import { coded, rejected, unreadableTexts, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'

/**
 * Refuses a record with U+FFFD in a text. Letters of that text were lost, and the CRM may still have the complete
 * text.
 */
export function checkTexts<T extends object>(record: T): Result<T, ApiError> {
  const reasons = unreadableTexts(record)
  if (reasons.length === 0) return ok(record)
  return err(
    rejected('crm', coded('letters_lost', 'Nothing was sent to the CRM: letters of a text were lost'), reasons),
  )
}
