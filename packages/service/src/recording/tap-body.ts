/** What was read of an answer. */
export interface Tapped {
  readonly bytes: Uint8Array
  /** Whether there was more. */
  readonly isCut: boolean
}

/**
 * The same answer, of which a copy is handed on once its reader has read it to the end. The reader gets each piece as it
 * comes, and nothing is read that the reader does not read. Of a longer answer only the first `most` bytes are kept.
 */
export function tapBody(response: Response, most: number, onEnd: (tapped: Tapped) => void): Response {
  const { status, statusText, headers } = response
  // No other status can be given to a `Response`.
  if (status < 200 || status > 599) return response
  if (response.body === null) {
    onEnd({ bytes: new Uint8Array(), isCut: false })
    return response
  }
  const pieces: Uint8Array[] = []
  let [kept, isCut] = [0, false]
  const tap = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      if (kept + piece.length <= most) {
        // A copy: the reader may do with its own what it wants.
        pieces.push(piece.slice())
        kept += piece.length
      } else {
        isCut = true
        if (kept < most) pieces.push(piece.slice(0, most - kept))
        kept = most
      }
      controller.enqueue(piece)
    },
    flush: () => onEnd({ bytes: Buffer.concat(pieces), isCut }),
  })
  return new Response(response.body.pipeThrough(tap), { status, statusText, headers })
}
