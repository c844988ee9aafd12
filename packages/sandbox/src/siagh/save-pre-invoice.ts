import * as z from 'zod'
import type { Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import { preInvoiceSaved, refused, scriptFailure } from './form-answer'
import type { PreInvoiceTable, StoredLine } from './pre-invoice-table'
import type { SiaghRow } from './siagh-row'

const cell = z.object({ newValue: z.unknown() }).transform(({ newValue }) => newValue)
const gridRow = z.object({ codekala: cell, nameunit: cell, qty: cell, mabtakhfif: cell, price: cell, radif: cell })
const grids = z.tuple([
  z.object({ name: z.literal('dbgrid1'), entity: z.literal('sl_rizsanad'), data: z.array(gridRow) }),
])

type GridRow = z.infer<typeof gridRow>

const headerNames = [
  'hssanadstate',
  'codenoeesanad',
  'codesalemodel',
  'salmali',
  'codenoeepardakht',
  'codemarkazforush',
  'codecontact',
  'codemoshtari',
  'codenoeeforush',
  'codevaseteh',
  'tozihat',
  'namenoesanad',
]

const codeNames = headerNames.filter((name) => name.startsWith('code'))

/** What a pre-invoice is saved with. */
export interface PreInvoiceForm {
  readonly ctrlValues: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, string>
  /** JSON, serialised. */
  readonly dataRows: string
}

const readHeader = (pairs: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    [...pairs]
      .filter(([name]) => name.startsWith('sl_sanad.'))
      .map(([name, value]) => [name.slice('sl_sanad.'.length), value]),
  )

const readGrid = (dataRows: string): readonly GridRow[] | undefined => {
  try {
    return grids.parse(JSON.parse(dataRows))[0].data
  } catch {
    return undefined
  }
}

const numberIn = (value: unknown): number => (value === null || value === '' ? NaN : Number(value))

/** The line, or why Siagh does not take it. */
const readLine = (row: GridRow, index: number, dialect: Dialect): StoredLine | Answer => {
  const number = index + 1
  const line: StoredLine = {
    row: String(row.radif),
    productCode: typeof row.codekala === 'string' || typeof row.codekala === 'number' ? String(row.codekala) : '',
    unit: String(row.nameunit),
    quantity: numberIn(row.qty),
    price: numberIn(row.price),
    discount: numberIn(row.mabtakhfif ?? 0),
  }
  if (line.productCode === '') return refused(`کد کالای ردیف ${number} درست وارد نشده است`, dialect, 'CodeKala')
  if (!(line.quantity > 0 && Number.isFinite(line.quantity)))
    return refused(`تعداد ردیف ${number} درست وارد نشده است`, dialect, 'Qty')
  if (!(line.price > 0 && Number.isFinite(line.price)))
    return refused(`قیمت ردیف ${number} درست وارد نشده است`, dialect, 'Price')
  if (!Number.isFinite(line.discount)) return refused(`تخفیف ردیف ${number} درست وارد نشده است`, dialect, 'MabTakhfif')
  return line
}

const isLine = (line: StoredLine | Answer): line is StoredLine => 'productCode' in line

/** Saves the pre-invoice form. A refusal leaves nothing behind and uses up no number. */
export const savePreInvoice = (
  form: PreInvoiceForm,
  table: PreInvoiceTable,
  options: {
    readonly contactOf: (code: number) => SiaghRow | undefined
    readonly billed: (customerCode: number) => SiaghRow | undefined
    readonly dialect: Dialect
  },
): Answer => {
  for (const name of ['_In_EditKeys', '_In_Suid', 'nocheck']) if (!form.parameters.has(name)) return scriptFailure(name)
  const header = readHeader(form.ctrlValues)
  const missing = headerNames.find((name) => header[name] === undefined)
  if (missing !== undefined) return scriptFailure(missing)
  const grid = readGrid(form.dataRows)
  if (grid === undefined) return scriptFailure('dbgrid1')

  // What was sent in place of an account party's code broke the live installation's script like this.
  const { dialect } = options
  const customer = options.billed(Number(header['codemoshtari']))
  const suid = form.parameters.get('_In_Suid') ?? ''
  const breakOff = (field: string): Answer => {
    const isLeft = dialect.scriptFailure === 'leaves-document'
    if (isLeft) table.add({ suid, customerCode: customer?.Code ?? 0, header, lines: [] })
    return { ...scriptFailure(field), applied: isLeft }
  }
  if (customer === undefined) return breakOff('Code')
  const empty = codeNames.find((name) => header[name] === '')
  if (dialect.headerCodes === 'all-needed' && empty !== undefined) return breakOff(empty)
  const named = header['codecontact'] ?? ''
  if (named !== '' && options.contactOf(Number(named))?.Code !== customer.Code)
    return refused('مخاطب و طرف حساب سند یکی نیستند', dialect, 'CodeContact')
  const first = table.ofSuid(suid)
  if (first !== undefined && dialect.repeatedSuid === 'refused') return refused('سند تکراری است', dialect)
  if (first !== undefined && dialect.repeatedSuid === 'answers-the-first') return preInvoiceSaved(first, dialect)
  if (grid.length === 0) return refused('سند هیچ ردیفی ندارد', dialect)

  const lines = grid.map((row, index) => readLine(row, index, dialect))
  const refusal = lines.find((line) => !isLine(line))
  if (refusal !== undefined && !isLine(refusal)) return refusal
  return preInvoiceSaved(table.add({ suid, customerCode: customer.Code, header, lines: lines.filter(isLine) }), dialect)
}
