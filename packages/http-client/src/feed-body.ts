import { err, ok, type Result } from 'neverthrow'
import type { BodySink } from './body-sink'
import { createBodyText } from './body-text'
import { chunksOf, type BodyFault } from './read-body'

/** The time in which the server has to send something. It must not last too long. */
export interface Silence {
  readonly begin: () => void
  readonly end: () => void
}

/**
 * Passes a body on while it arrives. The time in which the consumer is busy does not count as silence of the server.
 * `''`: the body has ended, or no more of it is wanted. `too_large`: more than `maxBytes` came without a complete
 * item. Rejects if the stream rejects.
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
  // Leaving the loop cancels the body and so the request.
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

/** The most that a reader gets at once. The given `fetch` may return the whole body in one piece. */
const pieceBytes = 64 * 1024

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunksOf(response)) {
    for (let start = 0; start < chunk.byteLength; start += pieceBytes) {
      yield chunk.subarray(start, start + pieceBytes)
    }
  }
}
