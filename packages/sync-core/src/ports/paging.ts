/** Which part of a list is wanted. */
export interface PageRequest {
  readonly limit: number
  /** `next` of the page before, of the same list and the same filter. Any other text is answered with `store_unavailable`. */
  readonly after?: string
}

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly next?: string
}
