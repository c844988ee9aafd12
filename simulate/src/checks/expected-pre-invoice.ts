import type { CrmDocument, StoredPreInvoice } from '@siagh-sync/sandbox'

/** Whether a pre-invoice says what a document said, line by line. */
export function saysTheSame({ lines, remarks }: StoredPreInvoice, document: CrmDocument): boolean {
  return (
    remarks.includes(document.description) &&
    lines.length === document.details.length &&
    lines.every((line, index) => {
      const detail = document.details[index]
      return (
        line.productCode === detail?.productCode &&
        line.quantity === detail.count &&
        line.price === detail.baseUnitPrice &&
        line.discount === detail.totalDiscount
      )
    })
  )
}
