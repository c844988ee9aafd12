import { malformed, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import type { z } from 'zod'

/**
 * Checks an answer and returns the same object, so that fields which are not listed pass. `malformed` names the first
 * wrong field, or none if the whole answer is something else.
 */
export function check<T>(schema: z.ZodType<T, T>, body: unknown): Result<T, ApiError> {
  const parsed = schema.safeParse(body)
  // Not `parsed.data`: that lacks the fields which the schema does not list.
  if (parsed.success) return ok(body as T)
  return err(malformed('siagh', parsed.error.issues[0]?.path.join('.') ?? ''))
}
