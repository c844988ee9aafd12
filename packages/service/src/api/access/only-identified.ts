import type { Logger } from '@siagh-sync/sync-core'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { serviceSaying } from '../../messages/service-messages'
import { failed, refuse } from '../kit/answers'
import type { ApiEnv } from '../kit/api-env'
import { CSRF_HEADER, identify, type Access, type Unidentified } from './identify'

/** Lets a call pass whose sender is known and may do it. A viewer may look, and sign out. */
export const onlyIdentified = (access: Access & { readonly logger: Logger }) =>
  createMiddleware<ApiEnv>(async (context, next) => {
    const person = await identify(context, access)
    if (person.isErr()) return refuseUnidentified(context, person.error, access.logger)
    const { method, path } = context.req
    const isForViewers = ['GET', 'HEAD'].includes(method) || path === '/api/session'
    if (!isForViewers && person.value.role !== 'operator') {
      return refuse(context, 403, 'viewer', serviceSaying('viewer_only_looks'))
    }
    context.set('person', person.value)
    await next()
  })

function refuseUnidentified(context: Context<ApiEnv>, error: Unidentified, logger: Logger) {
  switch (error.kind) {
    case 'store_unavailable':
      return failed(context, error)
    case 'own_auth_failed':
      logger.error({ reason: error.reason }, 'the sign-in of the application failed')
      return context.json({ error: 'internal_error' }, 500)
    case 'foreign_page':
      return refuse(context, 403, 'foreign_page', serviceSaying('call_of_foreign_page', { header: CSRF_HEADER }))
    case 'unknown':
      context.header('www-authenticate', 'Bearer')
      return refuse(context, 401, 'unauthorized', serviceSaying('not_signed_in'))
  }
}
