import type { SiaghRow, StoredPreInvoice } from '@siagh-sync/sandbox'

/** The id of the identity whose mark a contact bears, in whatever form the product has written it. */
export function markOf({ tmpid }: Pick<SiaghRow, 'tmpid'>): string | undefined {
  const digits = tmpid?.toLowerCase().replace(/[^0-9a-f]/g, '')
  if (!digits) return undefined
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The id of the document that a pre-invoice was made of. */
export function documentOf({ remarks }: Pick<StoredPreInvoice, 'remarks'>): string | undefined {
  return /\[CRM ([0-9a-f-]{36})\]/i.exec(remarks)?.[1]?.toLowerCase()
}
