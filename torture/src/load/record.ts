/** One record of the CRM, as the load knows it. */
export interface LoadRecord {
  readonly kind: 'identity' | 'invoice' | 'quote'
  readonly isOrganization: boolean
  /** Known once it has been created. */
  id: string
  /** Grows by one with every change in the CRM. */
  version: number
  /** The highest version of which an acknowledged webhook told, since it was sent after that change. */
  acknowledgedVersion: number
  isDeleted: boolean
  /** Document: whose it is. */
  readonly customer?: LoadRecord
  /** Changes of one record follow one another. */
  underWay: Promise<void>
}

/** A record that is still to be created. */
export function newRecord(
  kind: LoadRecord['kind'],
  { isOrganization = false, customer }: { readonly isOrganization?: boolean; readonly customer?: LoadRecord } = {},
): LoadRecord {
  return {
    kind,
    isOrganization,
    id: '',
    version: 0,
    acknowledgedVersion: 0,
    isDeleted: false,
    ...(customer && { customer }),
    underWay: Promise.resolve(),
  }
}
