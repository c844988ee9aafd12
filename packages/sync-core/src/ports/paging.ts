/** Which part of a list is wanted. */
export interface PageRequest {
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string
}

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly next?: string
}
