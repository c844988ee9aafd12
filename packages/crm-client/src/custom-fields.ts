/** A category (دسته) of identities, named by whichever of the three the site knows. */
export interface Category {
  readonly id?: string
  readonly key?: string
  readonly name?: string
}

/** A custom field (فیلد دلخواه) of a record, as an administrator of the CRM has defined it. It is just as the CRM answers it. */
export interface ExtendedProperty {
  /** Its key, by which `find` asks for it and a create sets it. */
  readonly userKey?: string | null
  readonly name?: string | null
  /** A text as far as it was seen; other types of field may have other values. */
  readonly value?: unknown
  /** What the CRM shows for the value. Nobody has seen its type. */
  readonly preview?: unknown
}
