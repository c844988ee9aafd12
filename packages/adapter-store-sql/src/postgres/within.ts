/** Resolves or rejects like `work`, or rejects with `complaint` after `ms`. A later result of `work` is ignored. */
export function within<T>(ms: number, complaint: string, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(complaint)), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
