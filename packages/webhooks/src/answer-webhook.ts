import { okAsync, type ResultAsync } from 'neverthrow'
import { parseWebhook, type EntityKind, type Logger, type Sync, type WebhookForm } from '@siagh-sync/sync-core'
import type { Authenticator } from './auth/authenticator'
import { checkSender, type BelievedRequest } from './check-sender'
import { describeRequest } from './describe-request'
import type { Endpoint } from './find-endpoint'
import { bodyFormat, contentTypeOf, parseBody } from './parse-body'
import type { PlainRequest, ReceivedBody } from './plain-request'
import * as answers from './plain-response'
import type { WebhookAnswer } from './plain-response'

/** The options of `crmWebhooks`, with their defaults. */
export interface Intake {
  readonly sync: Pick<Sync, 'receive'>
  readonly auth: Authenticator
  readonly test: boolean
  readonly bodyLimit: number
  readonly logger: Logger
}

/** Answers a request to an endpoint that exists. Checks the sender first, then the method, then the content. */
export async function answerWebhook(endpoint: Endpoint, request: PlainRequest, intake: Intake): Promise<WebhookAnswer> {
  const believed = await checkSender(request, endpoint.pathSecret, intake)
  if (believed.isErr()) return believed.error
  // HEAD is refused too, although frameworks treat it as GET: a HEAD request must not note a change.
  if (request.method !== 'GET' && request.method !== 'POST') return answers.methodNotAllowed('GET, POST')

  const { name } = endpoint
  if (name === 'test') return answerTest(endpoint, request, believed.value, intake)
  if (request.method === 'GET') return take({ method: 'GET', kind: name, query: believed.value.query }, intake.sync)
  return takeBody(name, request, believed.value, intake)
}

async function takeBody(
  kind: EntityKind,
  request: PlainRequest,
  believed: BelievedRequest,
  intake: Intake,
): Promise<WebhookAnswer> {
  const contentType = contentTypeOf(request.headers)
  if (bodyFormat(contentType) === undefined) return answers.unsupportedMediaType
  return bodyOf(request, believed, intake)
    .andThen((body) => parseBody(contentType, body))
    .match(
      (body) => take({ method: 'POST', kind, body }, intake.sync),
      (refusal) => refusal,
    )
}

async function take(form: WebhookForm, sync: Intake['sync']): Promise<WebhookAnswer> {
  const change = parseWebhook(form)
  if (change.isErr()) return answers.invalidChange(change.error.issues)
  const receipt = await sync.receive(change.value)
  if (receipt.isOk()) return answers.accepted(receipt.value)
  switch (receipt.error.kind) {
    case 'invalid_change':
      return answers.invalidChange(receipt.error.issues)
    case 'store_unavailable':
      return answers.storeUnavailable
  }
}

async function answerTest(
  endpoint: Endpoint,
  request: PlainRequest,
  believed: BelievedRequest,
  intake: Intake,
): Promise<WebhookAnswer> {
  const describe = (body?: ReceivedBody) =>
    describeRequest({ request, endpoint, query: believed.query, body }, intake.auth.secrets)
  if (request.method === 'GET') return { status: 200, body: describe() }
  return bodyOf(request, believed, intake).match(
    (body) => ({ status: 200, body: describe(body) }),
    (refusal) => refusal,
  )
}

function bodyOf(
  request: PlainRequest,
  { body }: BelievedRequest,
  { bodyLimit }: Intake,
): ResultAsync<ReceivedBody, WebhookAnswer> {
  return body === undefined ? request.readBody(bodyLimit).mapErr(answers.bodyUnreadable) : okAsync(body)
}
