import { err, ok, type Result } from 'neverthrow'
import { createBodyText } from './body-text'
import type { AttemptEnd } from './attempt-end'

/** Why a body cannot be read. */
export type BodyFault = Extract<AttemptEnd, { kind: 'too_large' | 'undecodable' }>

/** The most that is read of an error page. Its reasons are cut to much less. */
const longestErrorBody = 64 * 1024

/** The body as text, without its byte order mark. Rejects if the stream rejects. */
export async function readBody(response: Response, maxBytes: number): Promise<Result<string, BodyFault>> {
  const declared = Number(response.headers.get('content-length') ?? Number.NaN)
  if (declared > maxBytes) return giveUp(response)
  const text = createBodyText(response.headers)
  const parts: string[] = []
  let bytes = 0
  for await (const chunk of chunksOf(response)) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return err({ kind: 'too_large' })
    const part = text.take(chunk)
    if (part.isErr()) return err({ kind: 'undecodable', reason: part.error })
    parts.push(part.value)
  }
  return text
    .end()
    .map((last) => [...parts, last].join(''))
    .mapErr((reason) => ({ kind: 'undecodable', reason }))
}

/** The beginning of an error page, for the reasons in it. Empty: it is not text. Rejects if the stream rejects. */
export async function readErrorBody(response: Response): Promise<Result<string, never>> {
  const text = createBodyText(response.headers)
  const parts: string[] = []
  let left = longestErrorBody
  for await (const chunk of chunksOf(response)) {
    const part = text.take(chunk.subarray(0, left))
    if (part.isErr()) return ok('')
    parts.push(part.value)
    left -= chunk.byteLength
    // Leaving the loop cancels the rest of the body.
    if (left <= 0) return ok(parts.join(''))
  }
  return ok(parts.join('') + text.end().unwrapOr(''))
}

/** The body as it arrives. */
export function chunksOf({ body }: Response): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  return body ?? []
}

async function giveUp(response: Response): Promise<Result<string, BodyFault>> {
  await response.body?.cancel()
  return err({ kind: 'too_large' })
}
