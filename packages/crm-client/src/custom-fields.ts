/** A category (دسته) of identities. The site may name it by any of the three fields. */
export interface Category {
  readonly id?: string
  readonly key?: string
  readonly name?: string
}

/**
 * A custom field (فیلد دلخواه) of a record, which an administrator of the CRM has defined. It is exactly as the CRM
 * returns it.
 */
export interface ExtendedProperty {
  /** Its key. `find` and create use it. */
  readonly userKey?: string | null
  readonly name?: string | null
  /** Only text was seen. Other types of field may have other values. */
  readonly value?: unknown
  /** The text that the CRM shows for the value. Nobody has seen its type. */
  readonly preview?: unknown
}
