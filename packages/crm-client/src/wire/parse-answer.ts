import { err, ok, type Result } from 'neverthrow'
import type { z } from 'zod'
import { malformed, type ApiError } from '@siagh-sync/http-client'

/**
 * Reads a body by its schema. `malformed` names the first wrong field and quotes nothing. Example: `details.0.count`.
 */
export function parseAnswer<T>(schema: z.ZodType<T>, body: unknown): Result<T, ApiError> {
  const read = schema.safeParse(body)
  if (read.success) return ok(read.data)
  return err(malformed('crm', read.error.issues[0]?.path.map(String).join('.') ?? ''))
}
