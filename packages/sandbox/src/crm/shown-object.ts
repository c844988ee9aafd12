import type { Dialect } from '../dialect/dialect'
import { shiftedTo } from '../persian/tehran-time'

const dates: ReadonlySet<string> = new Set([
  'creatDate',
  'modifyDate',
  'invoiceDate',
  'quoteDate',
  'expireDate',
  'birthDate',
  'customerDate',
])
const amounts: ReadonlySet<string> = new Set([
  'baseUnitPrice',
  'finalUnitPrice',
  'count',
  'returnedCount',
  'totalUnitPrice',
  'totalDiscount',
  'totalVat',
  'totalToll',
  'totalValue',
  'finalValue',
  'discount',
  'vat',
  'toll',
  'additionalCosts',
  'discountPercent',
  'vatPercent',
  'tollPercent',
])
const ids: ReadonlySet<string> = new Set(['crmId', 'identityId', 'id', 'productId', 'relatedQuoteId'])
const stateTexts: ReadonlyMap<unknown, string> = new Map([
  [1, 'User.GeneralPropertyItem.BillableObjectState_1'],
  [2, 'User.GeneralPropertyItem.BillableObjectState_2'],
  [3, 'User.GeneralPropertyItem.BillableObjectState_3'],
])

const shownText = (name: string, text: string, dialect: Dialect): unknown => {
  if (dates.has(name)) return shiftedTo(dialect.crmDates, text)
  return ids.has(name) && dialect.crmIds === 'capitals' ? text.toUpperCase() : text
}

const shownValue = (name: string, value: unknown, dialect: Dialect): unknown => {
  if (value === '') return { 'empty-text': '', null: null, missing: undefined }[dialect.crmUnset]
  if (typeof value === 'string') return shownText(name, value, dialect)
  if (typeof value === 'number') return dialect.crmAmounts === 'texts' && amounts.has(name) ? String(value) : value
  return typeof value === 'object' && value !== null ? shown(value, dialect) : value
}

const shownState = (index: unknown, { documentStates }: Dialect): Readonly<Record<string, unknown>> => {
  switch (documentStates) {
    case 'persian-and-index':
      return {}
    case 'resource-name':
      return { billableObjectState: stateTexts.get(index) ?? null }
    case 'index-alone':
      return { billableObjectState: null }
    case 'text-alone':
      return { billableObjectStateIndex: undefined }
  }
}

const shown = (value: object, dialect: Dialect): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => shownValue('', item, dialect))
  const fields = new Map<string, unknown>(Object.entries(value))
  const state = fields.has('billableObjectStateIndex')
    ? shownState(fields.get('billableObjectStateIndex'), dialect)
    : {}
  return Object.fromEntries(
    Object.entries({ ...value, ...state })
      .map(([name, field]: [string, unknown]): [string, unknown] => [name, shownValue(name, field, dialect)])
      .filter(([, field]) => field !== undefined),
  )
}

const plain: readonly (keyof Dialect)[] = ['crmUnset', 'crmDates', 'crmAmounts', 'crmIds', 'documentStates']

/** Whether objects are shown as they are stored. */
const isPlain = (dialect: Dialect): boolean =>
  plain.every((name) =>
    ['empty-text', 'local', 'numbers', 'lower-case', 'persian-and-index'].includes(String(dialect[name])),
  )

/** An object, or a list of them, as the CRM shows it. */
export const shownObject = (object: object, dialect: Dialect): unknown =>
  isPlain(dialect) ? object : shown(object, dialect)
