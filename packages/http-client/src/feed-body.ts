import { err, ok, type Result } from 'neverthrow'
import type { BodySink } from './body-sink'
import { createBodyText } from './body-text'
import { chunksOf, type BodyFault } from './read-body'

/** The server's turn to send something, which must not last too long. */
export interface Silence {
  readonly begin: () => void
  readonly end: () => void
}

/**
 * Hands a body on as it arrives; a wait for the consumer is no silence of the server. `''` where the body has ended or no more of it
 * is wanted, `too_large` where more than `maxBytes` came without making an item. Rejects as the stream does.
 */
export async function feedBody(
  response: Response,
  sink: BodySink,
  silence: Silence,
  maxBytes: number,
): Promise<Result<'', BodyFault>> {
  const body = sink.begin()
  const text = createBodyText(response.headers)
  let bytes = 0
  // Leaving the loop cancels the body, and with it the request.
  for await (const chunk of piecesOf(response)) {
    silence.end()
    const piece = text.take(chunk)
    if (piece.isErr()) return err({ kind: 'undecodable', reason: piece.error })
    const taken = await body.take(piece.value)
    if (taken === 'enough') return ok('')
    bytes = taken === 'item' ? 0 : bytes + chunk.byteLength
    if (bytes > maxBytes) return err({ kind: 'too_large' })
    silence.begin()
  }
  silence.end()
  const rest = text.end()
  if (rest.isErr()) return err({ kind: 'undecodable', reason: rest.error })
  if ((await body.take(rest.value)) !== 'enough') await body.end()
  return ok('')
}

/** The most that a reader gets at once: a `fetch` in use may have the whole body in one piece. */
const pieceBytes = 64 * 1024

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(response)) {
    for (let start = 0; start < chunk.byteLength; start += pieceBytes) {
      yield chunk.subarray(start, start + pieceBytes)
    }
  }
}
