/** Which part of a list is wanted. */
export interface PageRequest {
  readonly limit: number
  /**
   * `next` of the page before, with the same filter. A text that the list never gives out is `store_unavailable`: it never reads as the
   * first page, nor as the end of the list.
   */
  readonly after?: string
}

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly next?: string
}
