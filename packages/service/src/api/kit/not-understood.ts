import type { Context } from 'hono'
import { serviceSaying } from '../../messages/service-messages'
import { refuse } from './answers'
import type { ApiEnv } from './api-env'

interface Issue {
  readonly path: readonly PropertyKey[]
  /** Names that nobody knows, below `path`. */
  readonly keys?: readonly string[]
}

/** The answer to a request that is wrong. `issues`: what of it. Absent: its body is no JSON, or too long. */
export function notUnderstood(context: Context<ApiEnv>, issues: readonly Issue[] = []) {
  const fields = [...new Set(issues.flatMap(fieldsOf))]
  const saying =
    fields.length === 0
      ? serviceSaying('body_not_understood')
      : serviceSaying('request_not_understood', { fields: fields.join(', ') })
  return refuse(context, 400, 'invalid_request', saying)
}

function fieldsOf({ path, keys = [] }: Issue): readonly string[] {
  const place = path.map(String)
  if (keys.length > 0) return keys.map((key) => [...place, key].join('.'))
  return [place.join('.') || 'body']
}
