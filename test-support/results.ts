import type { Result } from 'neverthrow'

/** The value of a call that has to succeed. A failure fails the test with what it says. */
export function expectOk<T>(result: Result<T, unknown> | undefined): T {
  if (result === undefined) throw new Error('A value was expected, and there is no result')
  if (result.isOk()) return result.value
  throw new Error(`A value was expected, not ${shown(result.error)}`)
}

/** The error of a call that has to fail. A value fails the test. */
export function expectErr<E>(result: Result<unknown, E> | undefined): E {
  if (result === undefined) throw new Error('An error was expected, and there is no result')
  if (result.isErr()) return result.error
  throw new Error(`An error was expected, not ${shown(result.value)}`)
}

function shown(given: unknown): string {
  return given instanceof Error ? (given.stack ?? given.message) : JSON.stringify(given)
}
