import { err, ok, Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { defect } from './errors'
import type { HandOver } from './hand-over'
import type { BodyReader } from './transport-types'

/** What came of some bytes: nothing whole yet, at least one item, or that no more of the body is wanted. */
type Taken = 'nothing' | 'item' | 'enough'

/** Takes the bytes of one body; resolves when more may come. */
type TakeBytes = (chunk: Uint8Array | 'end') => Promise<Taken>

/** Where the body of an answer goes while it arrives. */
export interface BodySink {
  /** A body begins, of each attempt a new one. */
  readonly begin: () => TakeBytes
  /** Whether the consumer has been given anything. */
  readonly handedOn: () => boolean
  /** What the reader found wrong with the body, if anything. */
  readonly verdict: () => Result<void, ApiError>
}

/** Reads each body with a new reader and gives what is found to the consumer. */
export function createBodySink<T>(reader: () => BodyReader<T>, consumer: HandOver<T>): BodySink {
  let bodies = 0
  let handedOn = false
  let verdict: Result<void, ApiError> = ok(undefined)

  // An attempt that timed out may still get bytes, and they are not those of the body that is wanted now.
  const isWanted = (body: number) => body === bodies && !consumer.isClosed()
  const give = async (items: readonly T[], body: number): Promise<Taken> => {
    for (const item of items) {
      if (!isWanted(body)) return 'enough'
      handedOn = true
      await consumer.give(item)
    }
    if (!isWanted(body)) return 'enough'
    return items.length > 0 ? 'item' : 'nothing'
  }
  return {
    begin: () => {
      const body = ++bodies
      const { take, end } = guarded(reader())
      return async (chunk) => {
        if (!isWanted(body)) return 'enough'
        const items = chunk === 'end' ? end() : take(chunk)
        if (items.isOk()) return give(items.value, body)
        verdict = err(items.error)
        return 'enough'
      }
    },
    handedOn: () => handedOn,
    verdict: () => verdict,
  }
}

/** What a reader throws is its bug, and no failure of the connection. */
function guarded<T>({ take, end }: BodyReader<T>): BodyReader<T> {
  const safely = <Arguments extends unknown[]>(
    read: (...args: Arguments) => Result<readonly T[], ApiError>,
  ): ((...args: Arguments) => Result<readonly T[], ApiError>) => {
    const attempt = Result.fromThrowable(read, defect)
    return (...args) => attempt(...args).andThen((result) => result)
  }
  return { take: safely(take), end: safely(end) }
}
