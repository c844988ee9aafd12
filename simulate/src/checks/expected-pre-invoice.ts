import { sampleSite, type CrmDocument, type StoredPreInvoice } from '@siagh-sync/sandbox'

/** Whether a pre-invoice says what a document and the rules said: line by line, and that the customer pays as much. */
export function saysTheSame({ lines, remarks, header }: StoredPreInvoice, document: CrmDocument): boolean {
  return (
    hasCodesOfSite(header, document) &&
    remarks.includes(document.description) &&
    lines.length === document.details.length &&
    lines.every((line, index) => {
      const detail = document.details[index]
      return (
        line.productCode === detail?.productCode &&
        line.quantity === detail.count &&
        isPriceOf(line, detail) &&
        line.discount >= detail.totalDiscount
      )
    }) &&
    Math.abs(sumOf(lines) - payableOf(document)) < 0.01
  )
}

/** A formula of the administrator may make another price of a row. */
function isPriceOf(
  { price, quantity }: StoredPreInvoice['lines'][number],
  detail: CrmDocument['details'][number],
): boolean {
  return price === detail.baseUnitPrice || Math.abs(price * quantity - detail.totalUnitPrice) < 0.01
}

function hasCodesOfSite(header: StoredPreInvoice['header'], { crmObjectTypeCode }: CrmDocument): boolean {
  const { saleKind, saleModel, salesCentre, paymentKind, intermediary, title } = sampleSite.rules.preInvoice
  const expected = {
    codenoeeforush: saleKind,
    codesalemodel: crmObjectTypeCode === 'PI_5' ? saleModel.PI_5 : saleModel.default,
    codemarkazforush: salesCentre,
    codenoeepardakht: paymentKind,
    codevaseteh: intermediary,
    namenoesanad: title,
  }
  return Object.entries(expected).every(([name, value]) => header[name] === String(value))
}

function sumOf(lines: StoredPreInvoice['lines']): number {
  return lines.reduce((sum, { price, quantity, discount }) => sum + price * quantity - discount, 0)
}

/** What the customer pays before VAT, which Siagh adds by itself. */
function payableOf({ finalValue, vat }: CrmDocument): number {
  return finalValue - vat
}
