import type { Request, Response } from 'express'
import { okAsync, type ResultAsync } from 'neverthrow'
import { parseWebhook, type EntityKind, type Logger, type Sync, type WebhookForm } from '@siagh-sync/sync-core'
import { admit, type Admitted } from './admit'
import * as answers from './answer'
import type { Answer } from './answer'
import type { Authenticator } from './auth/authenticator'
import { describeRequest } from './describe-request'
import { bodyFormat, parseBody, type ReadBody, type ReceivedBody } from './read-body'
import type { Target } from './target'

/** What the router works with. */
export interface Intake {
  readonly sync: Pick<Sync, 'receive'>
  readonly auth: Authenticator
  readonly test: boolean
  readonly readBody: ReadBody
  readonly logger: Logger
}

/** Answers a request to an endpoint that exists: first who sends it, then how, then what. */
export async function answerWebhook(target: Target, req: Request, res: Response, intake: Intake): Promise<Answer> {
  const admitted = await admit(req, res, target.pathSecret, intake)
  if (admitted.isErr()) return admitted.error
  // HEAD among them, which Express would hand to GET: looking must not note a change.
  if (req.method !== 'GET' && req.method !== 'POST') return answers.methodNotAllowed

  const { endpoint } = target
  if (endpoint === 'test') return answerTest(target, req, res, admitted.value, intake)
  if (req.method === 'GET') return take({ method: 'GET', kind: endpoint, query: admitted.value.query }, intake.sync)
  return takeBody(endpoint, req, res, admitted.value, intake)
}

async function takeBody(
  kind: EntityKind,
  req: Request,
  res: Response,
  admitted: Admitted,
  intake: Intake,
): Promise<Answer> {
  const contentType = req.headers['content-type']
  if (bodyFormat(contentType) === undefined) return answers.unsupportedMediaType
  return bodyOf(req, res, admitted, intake)
    .andThen((body) => parseBody(contentType, body))
    .match(
      (body) => take({ method: 'POST', kind, body }, intake.sync),
      (refusal) => refusal,
    )
}

async function take(form: WebhookForm, sync: Intake['sync']): Promise<Answer> {
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
  target: Target,
  req: Request,
  res: Response,
  admitted: Admitted,
  intake: Intake,
): Promise<Answer> {
  const describe = (body?: ReceivedBody) => describeRequest(req, target, admitted.query, body, intake.auth.secrets)
  if (req.method === 'GET') return { status: 200, body: describe() }
  return bodyOf(req, res, admitted, intake).match(
    (body) => ({ status: 200, body: describe(body) }),
    (refusal) => refusal,
  )
}

function bodyOf(
  req: Request,
  res: Response,
  { body }: Admitted,
  { readBody }: Intake,
): ResultAsync<ReceivedBody, Answer> {
  return body === undefined ? readBody(req, res) : okAsync(body)
}
