import { silentLogger, type Logger, type Sync } from '@siagh-sync/sync-core'
import { answerWebhook, type Intake } from './answer-webhook'
import { anybody, type Authenticator } from './auth/authenticator'
import { findEndpoint, type Endpoint } from './find-endpoint'
import type { PlainRequest } from './plain-request'
import { internalError, notFound, plainResponse, type PlainResponse, type WebhookAnswer } from './plain-response'

/** The options of `crmWebhooks`. */
export interface CrmWebhooksOptions {
  readonly sync: Pick<Sync, 'receive'>
  /** Who is accepted: `sharedSecret`, `signature`, `allowIps`, `anyOf` or `allOf`. `'none'` accepts everybody. */
  readonly auth: Authenticator | 'none'
  /** Opens `/test`, which shows what was received. Default `false`. */
  readonly test?: boolean
  /** In bytes. Default 100 kB. */
  readonly bodyLimit?: number
  /**
   * Gets method, kind, key, status and the wrong fields of each webhook, but never a query, a path, a header or a
   * body. Default: nothing is logged.
   */
  readonly logger?: Logger
}

/**
 * Takes the CRM's webhooks in a framework without the `Request` of the Fetch standard, or where creating one is too
 * slow. Otherwise use `crmWebhooks`. The answer is 202 when the change is on disk. The promise never rejects. Throws
 * when `sync` or `auth` is missing.
 */
export function plainWebhooks(options: CrmWebhooksOptions): (request: PlainRequest) => Promise<PlainResponse> {
  const intake = intakeOf(options)
  return async (request) => {
    const endpoint = findEndpoint(request, intake.auth.secrets.inPath)
    const sent = (answer: WebhookAnswer): PlainResponse => {
      const response = plainResponse(answer)
      record(intake.logger, request.method, endpoint, answer)
      return response
    }
    try {
      return sent(await answerAt(endpoint, request, intake))
    } catch (error) {
      return sent(failure(error))
    }
  }
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
  return { sync, auth: auth === 'none' ? anybody : auth, test, bodyLimit, logger }
}

function isObjectWith(value: unknown, method: string): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, method) === 'function'
}

async function answerAt(endpoint: Endpoint | undefined, request: PlainRequest, intake: Intake): Promise<WebhookAnswer> {
  if (endpoint === undefined || (endpoint.name === 'test' && !intake.test)) return notFound
  return answerWebhook(endpoint, request, intake)
}

/** A bug. Its message may repeat what was received, so the log gets only its name and where it happened. */
function failure(error: unknown): WebhookAnswer {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { ...internalError, note: [error instanceof Error ? error.name : typeof error, ...frames].join('\n') }
}

function record(logger: Logger, method: string, endpoint: Endpoint | undefined, answer: WebhookAnswer): void {
  const { status, note } = answer
  const { key, issues } = answer.body
  const fields = { method, kind: endpoint?.name, status, ...(key ? { key } : {}), ...(issues ? { issues } : {}) }
  const message = note ?? 'webhook answered'
  try {
    if (status >= 500) logger.error(fields, message)
    else if (status >= 400) logger.warn(fields, message)
    else logger.debug(fields, message)
  } catch {
    // A logger that fails must not lose the webhook.
  }
}
