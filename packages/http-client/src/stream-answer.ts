import { err, ok, type Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { createBodySink, type BodySink } from './body-sink'
import { createHandOver } from './hand-over'
import type { BodyReader } from './transport-types'

/** Makes the call. Ends when the answer was passed on or the call has failed. Never rejects. */
type CallInto = (sink: BodySink, signal: AbortSignal) => PromiseLike<Result<void, ApiError>>

/**
 * Makes a call and yields what its reader returns. An error is the last item. If the consumer stops early, the call
 * ends.
 */
export async function* streamAnswer<T>(
  reader: () => BodyReader<T>,
  signal: AbortSignal | undefined,
  call: CallInto,
): AsyncGenerator<Result<T, ApiError>, void, undefined> {
  const ending = new AbortController()
  const items = createHandOver<T>()
  const end = () => {
    items.close()
    ending.abort()
  }
  if (signal?.aborted) end()
  signal?.addEventListener('abort', end)
  try {
    const called = Promise.resolve(call(createBodySink(reader, items), ending.signal)).finally(items.close)
    for (let item = await items.take(); item !== undefined; item = await items.take()) yield ok(item)
    const result = await called
    if (result.isErr()) yield err(result.error)
  } finally {
    signal?.removeEventListener('abort', end)
    end()
  }
}
