import { err, errAsync, ok, okAsync, ResultAsync, type Result } from 'neverthrow'
import type { BodyFault, ReceivedBody } from './plain-request'

/** Reads the body of a `Request`, at most `limit` bytes. It does not wait for the rest of a longer body. */
export function readFetchBody(request: Request, limit: number): ResultAsync<ReceivedBody, BodyFault> {
  const { body, headers } = request
  if (request.bodyUsed || body?.locked) return errAsync('already_read')
  if (body === null) return okAsync({ kind: 'bytes', bytes: new Uint8Array() })
  if ((headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity') return errAsync('compressed')
  if (Number(headers.get('content-length') ?? 0) > limit) return errAsync('too_long')
  return new ResultAsync(collect(body, limit))
}

async function collect(body: AsyncIterable<Uint8Array>, limit: number): Promise<Result<ReceivedBody, BodyFault>> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of body) {
      length += chunk.byteLength
      if (length > limit) return err('too_long')
      chunks.push(chunk)
    }
  } catch {
    // The connection has ended, so the sender does not get the reason.
    return err('broken_off')
  }
  return ok({ kind: 'bytes', bytes: Buffer.concat(chunks) })
}
