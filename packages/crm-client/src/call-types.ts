/** A row of a list that cannot be read and was left out. Whoever needs that record must not take it for absent. */
export interface UnreadableRow {
  /** Its place on the page, from 0. */
  readonly index: number
  /** The first field at fault, as in `phoneContacts.0.id`; `''` where the row is no object. */
  readonly field: string
  /** The record's id, where that can be read: `crmId`, or `identityId` where there is none. */
  readonly id?: string
  /** When the record was changed, where that can be read. */
  readonly modifyDate?: Date
}

/** What a call may be given. */
export interface CallOptions {
  readonly signal?: AbortSignal
}

/** What a call that reads a list may be given. */
export interface ListOptions extends CallOptions {
  /** Told of each row that cannot be read, before the page is given. The other rows are used. */
  readonly onUnreadable?: (row: UnreadableRow) => void
}

/** What a call that makes a record may be given. */
export interface CreateOptions extends CallOptions {
  /**
   * Asked at the last moment before the write leaves, however long it waited for its turn or for a login. `false`: it does not leave,
   * and the call ends as `unavailable`.
   */
  readonly mayLeave?: () => boolean
}
