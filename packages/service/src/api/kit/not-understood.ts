import type { Context } from 'hono'
import { serviceSaying } from '../../messages/service-messages'
import { refuse } from './answers'
import type { ApiEnv } from './api-env'

/** The answer to a request that is wrong. `issues`: what of it. Absent: its body is no JSON, or too long. */
export function notUnderstood(
  context: Context<ApiEnv>,
  issues: readonly { readonly path: readonly PropertyKey[] }[] = [],
) {
  const fields = [...new Set(issues.map(({ path }) => path.map(String).join('.') || 'body'))]
  const saying =
    fields.length === 0
      ? serviceSaying('body_not_understood')
      : serviceSaying('request_not_understood', { fields: fields.join(', ') })
  return refuse(context, 400, 'invalid_request', saying)
}
