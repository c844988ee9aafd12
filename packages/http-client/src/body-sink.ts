import { err, ok, Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { defect } from './errors'
import type { HandOver } from './hand-over'
import type { BodyReader } from './transport-types'

/** What came of some text: nothing whole yet, at least one item, or that no more of the body is wanted. */
type Taken = 'nothing' | 'item' | 'enough'

/** Takes the text of one body; each resolves when more may come. */
interface BodyIntake {
  readonly take: (text: string) => Promise<Taken>
  readonly end: () => Promise<Taken>
}

/** Where the body of an answer goes while it arrives. */
export interface BodySink {
  /** A body begins, of each attempt a new one. */
  readonly begin: () => BodyIntake
  /** Whether the consumer has been given anything. */
  readonly handedOn: () => boolean
  /** What the reader found wrong with the last body, if anything. */
  readonly verdict: () => Result<void, ApiError>
}

/** Reads each body with a new reader and gives what is found to the consumer. */
export function createBodySink<T>(reader: () => BodyReader<T>, consumer: HandOver<T>): BodySink {
  let bodies = 0
  let handedOn = false
  let verdict: Result<void, ApiError> = ok(undefined)

  // An attempt that timed out may still get text, and it is not that of the body that is wanted now.
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
