import { Router, type Request, type Response } from 'express'
import { silentLogger, type Logger, type Sync } from '@siagh-sync/sync-core'
import { internalError, notFound, send, type Answer } from './answer'
import { answerWebhook, type Intake } from './answer-webhook'
import { anybody, type Authenticator } from './auth/authenticator'
import { bodyReader } from './read-body'
import { targetOf, type Target } from './target'

/** What the webhook router works with. */
export interface CrmWebhooksOptions {
  readonly sync: Pick<Sync, 'receive'>
  /** Who is believed: `sharedSecret`, `signature`, `allowIps`, `anyOf`, `allOf`; or `'none'`, and everybody is. */
  readonly auth: Authenticator | 'none'
  /** Opens `/test`, which shows what was received. Default: there is no such path. */
  readonly test?: boolean
  /** In bytes. Default 100 kB. */
  readonly bodyLimit?: number
  /**
   * Told method, kind, key, status and the fields at fault; never a query, a path, a header or a body. Default:
   * nobody.
   */
  readonly logger?: Logger
}

/**
 * A router that takes the CRM's webhooks on `/identity`, `/invoice` and `/quote`, by GET and by POST, and answers 202
 * once the change is on disk. It owns all paths below its mount point, needs none of the application's parsers, and
 * hands no error on. Throws when `sync` or `auth` is missing.
 */
export function crmWebhooks(options: CrmWebhooksOptions): Router {
  const intake = intakeOf(options)
  const router = Router()
  // One layer for all paths: an application's 404 page would repeat the path, and a secret in it.
  router.use(async (req, res) => {
    const target = targetOf(req.path, intake.auth.secrets.inPath)
    const answer = await serve(target, req, res, intake)
    record(intake.logger, req.method, target, answer)
  })
  return router
}

function intakeOf({
  sync,
  auth,
  test = false,
  bodyLimit = 100_000,
  logger = silentLogger,
}: CrmWebhooksOptions): Intake {
  if (!isObjectWith(sync, 'receive')) {
    throw new TypeError('crmWebhooks needs `sync`, as createSync returns it.')
  }
  if (auth !== 'none' && !isObjectWith(auth, 'check')) {
    throw new TypeError(
      "crmWebhooks needs `auth`: sharedSecret(…), signature(…), allowIps(…), or the word 'none' to believe everybody.",
    )
  }
  return { sync, auth: auth === 'none' ? anybody : auth, test, readBody: bodyReader(bodyLimit), logger }
}

function isObjectWith(value: unknown, method: string): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, method) === 'function'
}

async function serve(target: Target | undefined, req: Request, res: Response, intake: Intake): Promise<Answer> {
  try {
    const answer = await answerAt(target, req, res, intake)
    send(res, answer)
    return answer
  } catch (error) {
    const answer = failure(error)
    send(res, answer)
    return answer
  }
}

async function answerAt(target: Target | undefined, req: Request, res: Response, intake: Intake): Promise<Answer> {
  if (target === undefined || (target.endpoint === 'test' && !intake.test)) return notFound
  return answerWebhook(target, req, res, intake)
}

/** A bug. Its message may repeat what was received, so the log gets no more than its name and where it happened. */
function failure(error: unknown): Answer {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { ...internalError, note: [error instanceof Error ? error.name : typeof error, ...frames].join('\n') }
}

function record(logger: Logger, method: string, target: Target | undefined, { status, body, note }: Answer): void {
  const { key, issues } = body
  const fields = { method, kind: target?.endpoint, status, ...(key ? { key } : {}), ...(issues ? { issues } : {}) }
  const message = note ?? 'webhook answered'
  try {
    if (status >= 500) logger.error(fields, message)
    else if (status >= 400) logger.warn(fields, message)
    else logger.debug(fields, message)
  } catch {
    // A logger that fails costs its line, not the webhook.
  }
}
