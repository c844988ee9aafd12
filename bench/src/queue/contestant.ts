/** Adds no-op jobs and handles them. */
export interface Contestant {
  /** Resolves when the engine has the job. */
  add(key: string): Promise<unknown>
  /** Handles jobs until it is stopped, and calls `handled` after each. */
  work(handled: () => void, concurrency: number): Promise<{ readonly stop: () => Promise<void> }>
}
