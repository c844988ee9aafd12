/** Waits for `promise`, but no longer than `ms`: then it rejects with `complaint`. What `promise` comes to after that is nobody's. */
export function within<T>(promise: Promise<T>, ms: number, complaint: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(complaint)), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
