/** One document of the CRM. */
export interface DocumentRef {
  readonly kind: 'invoice' | 'quote'
  readonly id: string
}
