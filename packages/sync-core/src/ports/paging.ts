/** The requested part of a list. */
export interface PageRequest {
  readonly limit: number
  /**
   * `next` of the page before, with the same filter. A text that the list never returns as `next` gives
   * `store_unavailable`. It is never read as the first page or as the end of the list.
   */
  readonly after?: string
}

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly next?: string
}
