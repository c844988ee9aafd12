import { htmlPage, json, type Answer, type AnswerOrFailure } from './answer'
import { pause, type SandboxClock } from './clock'
import type { Fault } from './faults/fault'
import type { FaultSource } from './faults/fault-control'
import type { RequestRecord } from './request-record'

/** A request that has been read. */
export interface Incoming {
  readonly method: string
  /** Without the base URL and the query. */
  readonly path: string
  readonly authorization: string | null
  readonly body: string
}

/** What a server makes of a request: which of its operations it is, and how to carry it out. */
export interface Route<Operation extends string> {
  readonly operation: Operation
  readonly run: () => Answer
  /** How this operation says no to correct data. */
  readonly refuse: () => Answer
}

/** One simulated server, as far as faults and bookkeeping need to know it. */
export interface Server<Operation extends string> {
  /** `undefined`: there is no such path. */
  readonly route: (incoming: Incoming) => Route<Operation> | undefined
  /** Ends the session that this request came with. */
  readonly endSession: (authorization: string | null) => void
  /** The answer to a call whose session has ended. */
  readonly sessionEnded: () => Answer
  /** An answer as this installation writes it. */
  readonly written: (answer: Answer) => Answer
  readonly faults: FaultSource<Operation>
  readonly clock: SandboxClock
}

/** A server as a whole: what tests call, what answers its requests, and whether it is there. */
export interface SimulatedServer<Control> {
  readonly control: Control
  readonly serve: (incoming: Incoming) => Promise<AnswerOrFailure>
  readonly watchAway: (listener: (away: boolean) => void) => () => void
}

const forever = (): Promise<never> => new Promise(() => undefined)

const halfOf = (answer: Answer): Answer => ({
  ...answer,
  body: answer.body.slice(0, Math.floor(answer.body.length / 2)),
})

/** The record of a call whose outcome is still to be written down. */
type OpenRecord = { -readonly [K in keyof RequestRecord<string>]: RequestRecord<string>[K] }

const noteAnswer = (record: OpenRecord, answer: Answer): Answer => {
  record.applied = answer.applied
  record.status = answer.status
  if (answer.sessionEnded) record.sessionEnded = true
  return answer
}

/** The call is carried out, and the answer goes nowhere. */
const runUnheard = (record: OpenRecord, route: Route<string>): void => {
  record.applied = route.run().applied
}

const rateLimited = (retryAfter: string): Answer => {
  const answer = json({ message: 'Too many requests' }, 429)
  return { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } }
}

const strike = async (
  fault: Fault,
  route: Route<string>,
  record: OpenRecord,
  means: { readonly expireSession: () => Answer; readonly retryAfter: string },
): Promise<AnswerOrFailure> => {
  switch (fault) {
    case 'away':
      return { failure: 'ECONNREFUSED' }
    case 'resetBefore':
      return { failure: 'ECONNRESET' }
    case 'resetAfter':
      runUnheard(record, route)
      return { failure: 'ECONNRESET' }
    case 'hang':
      return forever()
    case 'hangAfter':
      runUnheard(record, route)
      return forever()
    case 'error500':
      return noteAnswer(record, json({ message: 'Internal Server Error' }, 500))
    case 'htmlPage':
      return noteAnswer(record, htmlPage)
    case 'truncatedJson':
      return noteAnswer(record, halfOf(route.run()))
    case 'expiredSession':
      return noteAnswer(record, means.expireSession())
    case 'refusal':
      return noteAnswer(record, route.refuse())
    case 'rateLimited':
      return noteAnswer(record, rateLimited(means.retryAfter))
  }
}

/** Answers requests to one server, under its faults, and keeps a record of each. */
export const createServe = <Operation extends string>(server: Server<Operation>) => {
  const records: RequestRecord<Operation>[] = []

  const carryOut = async (incoming: Incoming): Promise<AnswerOrFailure> => {
    const { method, path, authorization } = incoming
    const route = server.route(incoming)
    const operation = route?.operation ?? 'unknown'
    const record: OpenRecord & { operation: Operation | 'unknown' } = {
      method,
      path,
      operation,
      at: server.clock.now(),
      applied: false,
    }
    records.push(record)
    if (route === undefined) return noteAnswer(record, json({ message: 'Not Found' }, 404))

    const fault = server.faults.draw(route.operation)
    if (fault !== undefined) record.fault = fault
    if (fault !== 'away') await pause(server.clock, server.faults.latencyOf(route.operation))
    if (fault === undefined) return noteAnswer(record, route.run())
    const expireSession = (): Answer => {
      server.endSession(authorization)
      return server.sessionEnded()
    }
    return strike(fault, route, record, { expireSession, retryAfter: server.faults.retryAfter() })
  }

  const serve = async (incoming: Incoming): Promise<AnswerOrFailure> => {
    const ended = await carryOut(incoming)
    return 'failure' in ended ? ended : server.written(ended)
  }

  return { serve, requests: (): readonly RequestRecord<Operation>[] => records }
}
