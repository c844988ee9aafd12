import type { BodySink } from './body-sink'

/** The server's turn to send something, which must not last too long. */
export interface Silence {
  readonly begin: () => void
  readonly end: () => void
}

/**
 * Hands a body on as it arrives; a wait for the consumer is no silence of the server. `''` where the body has ended or no more of it
 * is wanted, `undefined` where too much came without making an item. Rejects as the stream does.
 */
export async function feedBody(
  response: Response,
  sink: BodySink,
  silence: Silence,
  maxBytes: number,
): Promise<'' | undefined> {
  const take = sink.begin()
  let bytes = 0
  // Leaving the loop cancels the body, and with it the request.
  for await (const chunk of piecesOf(response)) {
    silence.end()
    const taken = await take(chunk)
    if (taken === 'enough') return ''
    bytes = taken === 'item' ? 0 : bytes + chunk.byteLength
    if (bytes > maxBytes) return undefined
    silence.begin()
  }
  silence.end()
  await take('end')
  return ''
}

/** The most that a reader gets at once: a `fetch` in use may have the whole body in one piece. */
const pieceBytes = 64 * 1024

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[] = body ?? []
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.byteLength; start += pieceBytes) {
      yield chunk.subarray(start, start + pieceBytes)
    }
  }
}
