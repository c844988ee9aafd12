import type { z } from '@hono/zod-openapi'

/** A body or an answer in JSON. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})
