import type { Result } from 'neverthrow'
import { connectionFailure } from './connection-failure'
import { feedBody, type Silence } from './feed-body'
import type { Flight } from './flight'
import { mayHaveRun, type AttemptEnd } from './attempt-end'
import type { RepeatableRequest } from './repeatable-request'
import { readBody, readErrorBody, type BodyFault } from './read-body'
import { askedPause } from './retry-after'
import type { Settings } from './settings'

/** Sends a request once and reads its answer; never rejects. */
export type Attempt = (request: RepeatableRequest, flight: Flight) => Promise<AttemptEnd>

/** Reads the text of an answer. The text is empty if the body was passed on while it arrived. */
type Reading = (response: Response) => Promise<Result<string, BodyFault>>

/**
 * Creates the function that makes one attempt. The time limit and the caller's signal end an attempt even if the
 * given `fetch` ignores signals. Redirects are not followed: a redirected write would become a GET, and a redirected
 * login would send the password to another address.
 */
export function createAttempt(fetch: typeof globalThis.fetch | undefined, settings: Settings): Attempt {
  const send = sendBy(fetch, settings)
  return (request, flight) =>
    new Promise((resolve) => {
      const { signal, mayLeave, sink } = flight
      if (signal?.aborted || mayLeave?.() === false) {
        resolve({ kind: 'aborted', sent: false })
        return
      }
      const controller = new AbortController()
      let finished = false
      const finish = (end: AttemptEnd) => {
        if (finished) return
        finished = true
        clearTimeout(timer)
        signal?.removeEventListener('abort', abort)
        flight.sent = mayHaveRun(end)
        resolve(end)
        if (end.kind !== 'answer' && end.kind !== 'no_answer') controller.abort()
      }
      const abort = () => finish({ kind: 'aborted', sent: true })
      const expire = () => finish({ kind: 'timeout', ...(sink?.handedOn() && { handedOn: true }) })
      let timer = setTimeout(expire, settings.timeoutMs)
      const turn = createTurn(settings, {
        begin: () => {
          if (!finished) timer = setTimeout(expire, settings.timeoutMs)
        },
        end: () => clearTimeout(timer),
        isOver: expire,
      })
      const read = readingOf(flight, turn)
      signal?.addEventListener('abort', abort)
      flight.sent = true
      void send(request, flight, controller.signal, read).then(finish)
    })
}

/**
 * A server may need this many times `timeoutMs` for one body that is passed on. Without a limit, a server that sends
 * a byte now and then would never end.
 */
const longestTurns = 20

/** Measures the time in which the server has to send something, and ends the attempt when the sum is too long. */
function createTurn(
  { timeoutMs }: Settings,
  { begin, end, isOver }: Silence & { readonly isOver: () => void },
): Silence {
  let began = performance.now()
  let takenMs = 0
  return {
    begin: () => {
      began = performance.now()
      if (takenMs < longestTurns * timeoutMs) begin()
      else isOver()
    },
    end: () => {
      takenMs += performance.now() - began
      end()
    },
  }
}

function readingOf({ sink, maxBytes }: Flight, silence: Silence): Reading {
  return (response) => {
    if (!response.ok) return readErrorBody(response)
    return sink === undefined ? readBody(response, maxBytes) : feedBody(response, sink, silence, maxBytes)
  }
}

type Send = (request: RepeatableRequest, flight: Flight, signal: AbortSignal, read: Reading) => Promise<AttemptEnd>

function sendBy(fetch: typeof globalThis.fetch | undefined, { maxRetryAfterMs }: Settings): Send {
  return async ({ url, method, headers, body }, { sink }, signal, read) => {
    try {
      const init = { method, headers, redirect: 'manual', signal, ...(body && { body }) } as const
      const response = await (fetch ?? globalThis.fetch)(url, init)
      const text = await read(response)
      if (text.isErr()) return text.error
      const pause = askedPause(response.headers, maxRetryAfterMs)
      return { kind: 'answer', response, text: text.value, ...(pause && { pause }) }
    } catch (error) {
      return { kind: 'no_answer', ...connectionFailure(error), ...(sink?.handedOn() && { handedOn: true }) }
    }
  }
}
