import { err, ok, Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { defect } from './errors'
import type { HandOver } from './hand-over'
import type { BodyReader } from './transport-types'

/** The result of some text: no complete item yet, at least one item, or no more text is wanted. */
type Taken = 'nothing' | 'item' | 'enough'

/** Takes the text of one body. Each function resolves when more text may come. */
interface BodyIntake {
  readonly take: (text: string) => Promise<Taken>
  readonly end: () => Promise<Taken>
}

/** Receives the body of an answer while it arrives. */
export interface BodySink {
  /** Begins a body. Each attempt has a new one. */
  readonly begin: () => BodyIntake
  /** Whether the consumer has got an item. */
  readonly handedOn: () => boolean
  /** The error that the reader has found in the last body, if there is one. */
  readonly verdict: () => Result<void, ApiError>
}

/** Creates a sink. It reads each body with a new reader and gives the items to the consumer. */
export function createBodySink<T>(reader: () => BodyReader<T>, consumer: HandOver<T>): BodySink {
  let bodies = 0
  let handedOn = false
  let verdict: Result<void, ApiError> = ok(undefined)

  // An attempt that timed out may still receive text, but a later body is wanted now.
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
      verdict = ok(undefined)
      const { take, end } = guarded(reader())
      const handOn = async (read: () => Result<readonly T[], ApiError>): Promise<Taken> => {
        if (!isWanted(body)) return 'enough'
        const items = read()
        if (items.isOk()) return give(items.value, body)
        verdict = err(items.error)
        return 'enough'
      }
      return { take: (text) => handOn(() => take(text)), end: () => handOn(end) }
    },
    handedOn: () => handedOn,
    verdict: () => verdict,
  }
}

/** An exception of a reader is a bug of the reader, and not a failed connection. */
function guarded<T>({ take, end }: BodyReader<T>): BodyReader<T> {
  const safely = <Arguments extends unknown[]>(
    read: (...args: Arguments) => Result<readonly T[], ApiError>,
  ): ((...args: Arguments) => Result<readonly T[], ApiError>) => {
    const attempt = Result.fromThrowable(read, defect)
    return (...args) => attempt(...args).andThen((result) => result)
  }
  return { take: safely(take), end: safely(end) }
}
