/** A row of a stored pre-invoice. */
export interface StoredLine {
  /** Row number from 1, as text. */
  readonly row: string
  readonly productCode: string
  readonly unit: string
  readonly quantity: number
  /** Unit price before discount and VAT. */
  readonly price: number
  /** Discount amount of the whole row. */
  readonly discount: number
}

/** A pre-invoice that Siagh has taken. */
export interface StoredPreInvoice {
  /** The number on the document, Latin digits. */
  readonly number: string
  /** The internal code, `ReturnCode`. */
  readonly code: string
  /** Another id, `ReturnParams`. */
  readonly params: string
  readonly suid: string
  /** The `Code` of the contact that it bills: of the one whose account party `codemoshtari` names. */
  readonly customerCode: number
  /** `tozihat`. */
  readonly remarks: string
  /** All of `ctrlValues`, without the `sl_sanad.` in front of the names. */
  readonly header: Readonly<Record<string, string>>
  readonly lines: readonly StoredLine[]
  /** After discounts, with 10 % VAT. */
  readonly netTotal: number
  /** Milliseconds since the epoch, by the sandbox's clock. */
  readonly savedAt: number
}

/** Siagh's pre-invoices in the order in which they were saved. */
export interface PreInvoiceTable {
  readonly add: (document: Pick<StoredPreInvoice, 'suid' | 'customerCode' | 'header' | 'lines'>) => StoredPreInvoice
  readonly all: () => readonly StoredPreInvoice[]
  /** The first document that was saved with this `_In_Suid`. */
  readonly ofSuid: (suid: string) => StoredPreInvoice | undefined
}

const vat = 0.1

const netOf = (lines: readonly StoredLine[]): number =>
  lines.reduce((sum, { quantity, price, discount }) => sum + quantity * price - discount, 0) * (1 + vat)

/** An empty table. The first number and code are those of the recorded exchange. */
export const createPreInvoiceTable = (now: () => number): PreInvoiceTable => {
  const documents: StoredPreInvoice[] = []
  const firsts = new Map<string, StoredPreInvoice>()
  return {
    add: (document) => {
      const stored: StoredPreInvoice = {
        ...document,
        number: String(2488 + documents.length),
        code: String(15459 + documents.length),
        params: String(458640 + documents.length),
        remarks: document.header['tozihat'] ?? '',
        netTotal: netOf(document.lines),
        savedAt: now(),
      }
      documents.push(stored)
      if (!firsts.has(document.suid)) firsts.set(document.suid, stored)
      return stored
    },
    all: () => [...documents],
    ofSuid: (suid) => firsts.get(suid),
  }
}
