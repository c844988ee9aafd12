import type { PreInvoice } from '../types'
import { toDataRows } from './data-rows'
import type { FormRecord } from './form-record'
import { encodePairs } from './pairs'

type Control =
  | 'hssanadstate'
  | 'codenoeesanad'
  | 'codesalemodel'
  | 'salmali'
  | 'codenoeepardakht'
  | 'codemarkazforush'
  | 'codecontact'
  | 'codemoshtari'
  | 'codenoeeforush'
  | 'codevaseteh'
  | 'tozihat'
  | 'namenoesanad'

/** The names of the pre-invoice form's `ctrlValues`. */
export type PreInvoiceControl = `sl_sanad.${Control}`

/** The names of the pre-invoice form's `parameters`. */
export type PreInvoiceParameter = '_In_EditKeys' | '_In_Suid' | 'nocheck'

/** A pre-invoice as the form expects it, with its rows in the grid. */
export function toPreInvoiceForm(preInvoice: PreInvoice): FormRecord<PreInvoiceControl, PreInvoiceParameter> {
  return {
    ctrlValues: encodePairs<PreInvoiceControl>([
      ['sl_sanad.hssanadstate', preInvoice.state],
      ['sl_sanad.codenoeesanad', preInvoice.documentKind],
      ['sl_sanad.codesalemodel', preInvoice.saleModel],
      ['sl_sanad.salmali', preInvoice.fiscalYear],
      ['sl_sanad.codenoeepardakht', preInvoice.paymentKind],
      ['sl_sanad.codemarkazforush', preInvoice.salesCentre],
      ['sl_sanad.codecontact', preInvoice.contactCode],
      ['sl_sanad.codemoshtari', preInvoice.customerCode],
      ['sl_sanad.codenoeeforush', preInvoice.saleKind],
      ['sl_sanad.codevaseteh', preInvoice.intermediary],
      ['sl_sanad.tozihat', preInvoice.remarks],
      ['sl_sanad.namenoesanad', preInvoice.title],
    ]),
    parameters: encodePairs<PreInvoiceParameter>([
      ['_In_EditKeys', ''],
      ['_In_Suid', preInvoice.suid],
      ['nocheck', ''],
    ]),
    dataRows: toDataRows(preInvoice.lines),
  }
}
