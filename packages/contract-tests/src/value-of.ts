import type { ResultAsync } from 'neverthrow'

/** The value of a call that must succeed. A failure fails the test with its message. */
export async function valueOf<T>(
  call: ResultAsync<T, { readonly kind: string; readonly message: string }>,
): Promise<T> {
  const result = await call
  if (result.isOk()) return result.value
  throw new Error(`${result.error.kind}: ${result.error.message}`)
}
