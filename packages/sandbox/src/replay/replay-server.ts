import { json, type Answer, type AnswerOrFailure } from '../answer'
import { parseJson } from '../parse-json'
import type { Incoming } from '../serve'
import type { RecordedExchange } from './read-recording'

const logins: ReadonlySet<string> = new Set(['/GeneralApi/LoginUser', '/api/v2/auth/login'])
const hourMs = 3_600_000

/** A recorded token ran out long ago: this one is good for a day from now. */
const inForce = (body: unknown, now: number): unknown => {
  if (typeof body !== 'object' || body === null || !('expiresAt' in body)) return body
  return { ...body, expiresAt: new Date(now + 24 * hourMs).toISOString() }
}

const answerOf = ({ response }: RecordedExchange, now: number): Answer => {
  const { status, headers = {}, body, text } = response
  const kind = headers['content-type']?.replace(/charset=[\w-]+/i, 'charset=utf-8')
  const content = text ?? (body === undefined ? '' : JSON.stringify(inForce(body, now)))
  return { status, body: content, headers: kind === undefined ? {} : { 'content-type': kind }, applied: status < 400 }
}

/** Objects with their fields in one order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, item]) => [name, sorted(item)] as const)
  return Object.fromEntries(fields.sort(([one], [other]) => one.localeCompare(other)))
}

/**
 * What makes two requests the same call: method, path and body. A login is any login, because a recording holds no real password.
 * `_In_Suid` is made from the id of the document by a hash, so that of the made-up id is another one.
 */
const callOf = (method: string, path: string, body: unknown): string => {
  if (logins.has(path)) return `${method} ${path}`
  const text = body === undefined || body === '' ? '' : JSON.stringify(sorted(body))
  return `${method} ${path} ${text.replace(/_In_Suid=[0-9A-Fa-f-]+/, '_In_Suid=')}`
}

/** Answers as recorded: each call with its answers in their order, and with the last one from then on. */
export const createReplay = (
  exchanges: readonly RecordedExchange[],
  now: () => number = Date.now,
): ((incoming: Incoming) => Promise<AnswerOrFailure>) => {
  const answers = new Map<string, RecordedExchange[]>()
  for (const exchange of exchanges) {
    const { method, path, body } = exchange.request
    const call = callOf(method, path.replace(/\?.*/, ''), body)
    answers.set(call, [...(answers.get(call) ?? []), exchange])
  }
  return async ({ method, path, body }) => {
    const recorded = answers.get(callOf(method, path, body === '' ? '' : parseJson(body))) ?? []
    const next = recorded.length > 1 ? recorded.shift() : recorded[0]
    if (next !== undefined) return answerOf(next, now())
    const isKnown = exchanges.some(({ request }) => request.method === method && request.path === path)
    const reason = isKnown ? 'The recording has this call with other bodies only.' : 'The recording has no such call.'
    return json({ message: `No answer was recorded to this ${method} ${path}. ${reason}` }, 501)
  }
}
