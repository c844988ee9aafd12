import { createMiddleware } from 'hono/factory'
import type { ApiEnv } from './api-env'
import { notUnderstood } from './not-understood'

// Never wider than what the validators of Hono take for JSON: they leave another body out without a message.
const JSON_TYPE = /^application\/json(; ?charset=[\w-]+)?$/

/**
 * Refuses a body that is not JSON. Without this, a call that may have a body would be done as if it had none: a write
 * would be released that the person has not seen.
 */
export const onlyJson = createMiddleware<ApiEnv>(async (context, next) => {
  const { req } = context
  const type = req.header('content-type')
  const hasBody = (req.header('content-length') ?? '0') !== '0' || req.header('transfer-encoding') !== undefined
  const isOther = type === undefined ? hasBody : !JSON_TYPE.test(type)
  if (isOther && !['GET', 'HEAD'].includes(req.method)) return notUnderstood(context)
  await next()
})
