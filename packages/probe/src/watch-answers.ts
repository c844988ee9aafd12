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
}

type OpenAnswer = { -readonly [K in keyof SeenAnswer]: SeenAnswer[K] }

/**
 * A `fetch` that notes the last answer: a client tells what an answer means, and not its status or size. No content is
 * kept. Answers of calls that run at the same time cannot be told apart, so look at one call at a time.
 */
export function watchAnswers(fetch: typeof globalThis.fetch = globalThis.fetch): WatchedAnswers {
  let last: OpenAnswer | undefined
  return {
    async fetch(...request) {
      const startedAt = performance.now()
      const response = await fetch(...request)
      const { status, headers } = response
      const answer = { status, contentType: headers.get('content-type') ?? '', bytes: 0, ms: since(startedAt) }
      last = answer
      return status === 200 ? counting(response, answer, startedAt) : response
    },
    forget: () => (last = undefined),
    last: () => last,
  }
}

function counting(response: Response, answer: OpenAnswer, startedAt: number): Response {
  if (response.body === null) return response
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      answer.bytes += chunk.byteLength
      answer.ms = since(startedAt)
      controller.enqueue(chunk)
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(counter), { status, statusText, headers })
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt)
}
