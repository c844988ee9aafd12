/** Settles as `work` does, or rejects with `complaint` after `ms`. What `work` comes to after that is nobody's. */
export function within<T>(ms: number, complaint: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(complaint)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
