/** A row of a list that cannot be read and was left out. Do not take its record for absent. */
export interface UnreadableRow {
  /** Its place on the page, from 0. */
  readonly index: number
  /** The first wrong field. Example: `phoneContacts.0.id`. `''`: the row is no object. */
  readonly field: string
  /** The record's id, if it can be read: `crmId`, or else `identityId`. */
  readonly id?: string
  /** When the record was changed, if that can be read. */
  readonly modifyDate?: Date
}

/** The options of every call. */
export interface CallOptions {
  readonly signal?: AbortSignal
}

/** The options of a call that reads a list. */
export interface ListOptions extends CallOptions {
  /** Called for each unreadable row, before the page is returned. The other rows are used. */
  readonly onUnreadable?: (row: UnreadableRow) => void
}

/** The options of a call that creates a record. */
export interface CreateOptions extends CallOptions {
  /**
   * Called immediately before the write is sent, after all waiting for a slot or a login. `false`: it is not sent,
   * and the call ends as `unavailable`.
   */
  readonly mayLeave?: () => boolean
}
