import type { ResultAsync } from 'neverthrow'

/** The value of a call that has to succeed. A failure fails the test with its message. */
export const valueOf = async <T>(call: ResultAsync<T, { readonly message: string }>): Promise<T> =>
  (await call).match(
    (value) => value,
    ({ message }) => {
      throw new Error(message)
    },
  )
