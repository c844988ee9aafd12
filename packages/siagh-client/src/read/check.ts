import { malformed, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import type { z } from 'zod'

/**
 * Checks an answer and hands back the very object that came, so that fields which are not listed pass. `malformed` names the first
 * field that is not what the description says, and none where the answer is altogether something else.
 */
export function check<T>(schema: z.ZodType<T, T>, body: unknown): Result<T, ApiError> {
  const parsed = schema.safeParse(body)
  // Not `parsed.data`, which lacks the fields that the schema does not list.
  if (parsed.success) return ok(body as T)
  return err(malformed('siagh', parsed.error.issues[0]?.path.join('.') ?? ''))
}
