import { createFormCounter, type AnswerForms } from './forms/answer-forms'

/** What an answer of a server was, beside its content. */
export interface SeenAnswer {
  readonly status: number
  /** The header `content-type`. Example: `application/json; charset=utf-8`. */
  readonly contentType: string
  /** How many bytes have arrived so far, after decompression. Only of an answer with HTTP 200. */
  readonly bytes: number
  /** From the request to the last byte so far. */
  readonly ms: number
}

/** The answers that have passed through `fetch`. */
export interface WatchedAnswers {
  /** For the clients of both servers. */
  readonly fetch: typeof globalThis.fetch
  /** Forgets the last answer. */
  readonly forget: () => void
  /** The last answer. `undefined`: none has come. */
  readonly last: () => SeenAnswer | undefined
  /** In which forms values were written since the last call. Looks at the first 64 kB of each answer with HTTP 200. */
  readonly takeForms: () => AnswerForms
}

type OpenAnswer = { -readonly [K in keyof SeenAnswer]: SeenAnswer[K] }

/**
 * A `fetch` that notes the last answer: a client tells what an answer means, and not its status or size. No content is
 * kept. Answers of calls that run at the same time cannot be told apart, so look at one call at a time.
 */
export function watchAnswers(fetch: typeof globalThis.fetch = globalThis.fetch): WatchedAnswers {
  let last: OpenAnswer | undefined
  let forms = createFormCounter()
  return {
    async fetch(...request) {
      const startedAt = performance.now()
      const response = await fetch(...request)
      const { status, headers } = response
      const answer = { status, contentType: headers.get('content-type') ?? '', bytes: 0, ms: since(startedAt) }
      last = answer
      const look = (bytes: Uint8Array, isCut: boolean) => forms.add(bytes, answer.contentType, isCut)
      return status === 200 ? counting(response, answer, { startedAt, look }) : response
    },
    forget: () => (last = undefined),
    last: () => last,
    takeForms() {
      const taken = forms.forms()
      forms = createFormCounter()
      return taken
    },
  }
}

const LOOKED_AT = 65_536

interface Watch {
  readonly startedAt: number
  readonly look: (bytes: Uint8Array, isCut: boolean) => void
}

function counting(response: Response, answer: OpenAnswer, { startedAt, look }: Watch): Response {
  if (response.body === null) return response
  let beginning: Uint8Array[] | undefined = []
  const lookAtBeginning = (isCut: boolean) => {
    if (beginning) look(Buffer.concat(beginning), isCut)
    beginning = undefined
  }
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      answer.bytes += chunk.byteLength
      answer.ms = since(startedAt)
      beginning?.push(chunk.slice(0, Math.max(0, LOOKED_AT - (answer.bytes - chunk.byteLength))))
      if (answer.bytes > LOOKED_AT) lookAtBeginning(true)
      controller.enqueue(chunk)
    },
    flush: () => lookAtBeginning(false),
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(counter), { status, statusText, headers })
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt)
}
