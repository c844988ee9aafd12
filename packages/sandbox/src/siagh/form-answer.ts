import { json, type Answer } from '../answer'
import { defaultDialect, type Dialect } from '../dialect/dialect'
import type { StoredPreInvoice } from './pre-invoice-table'

interface FormError {
  readonly colName?: string
  readonly type: 'ErrError' | 'ErrSuccs' | 'ErrWarning'
  readonly description: string
}

interface FormResult {
  readonly errors?: readonly FormError[]
  readonly messages?: readonly string[]
  readonly saved: boolean
  readonly code?: string
  readonly params?: string
}

/** The answer of `SaveFormData`: status 200 whatever the outcome. */
const formAnswer = ({ errors = [], messages = [], saved, code = '', params = '' }: FormResult): Answer =>
  json(
    {
      Errors: errors.map(({ colName = '', type, description }) => ({
        ColName: colName,
        Group: '',
        ErrorType: type,
        Description: description,
        ErrorCode: type === 'ErrError' ? -1 : 0,
        MessageText: '',
        Solution: '',
        HelpIndex: '',
      })),
      FinalMessages: messages,
      ReturnValue: saved,
      ReturnCode: code,
      ReturnParams: params,
    },
    200,
    saved,
  )

/** A refusal with its reason in Persian. Nothing was saved. */
export const refused = (
  description: string,
  { siaghRefusal }: Pick<Dialect, 'siaghRefusal'> = defaultDialect,
  colName = '',
): Answer => {
  const type = siaghRefusal === 'return-value' ? 'ErrWarning' : 'ErrError'
  const saved = siaghRefusal === 'error-row'
  return { ...formAnswer({ saved, errors: [{ colName, type, description }] }), applied: false }
}

/** What Siagh says when the form's script does not find what it needs. The text is that of a live installation. */
export const scriptFailure = (field: string): Answer =>
  refused(
    `RUNTIME ERROR\r\nField '${field}' not found when evaluating instruction CallProc ($FFFFFFFF,$1,$1E888D0,$0,'FieldByName').\r\nPosition: 218, 84`,
  )

/** A contact was saved under this code. */
export const contactSaved = (code: number, form: Dialect['createdContact'] = 'return-code'): Answer =>
  formAnswer({
    saved: true,
    ...(form === 'return-code' && { code: String(code) }),
    ...(form !== 'no-code' && { params: String(code) }),
  })

const grouped = (amount: number): string => Math.round(amount).toLocaleString('en-US')

const persianDigits = (text: string): string => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit)

const saying = (number: string, form: Dialect['preInvoiceNumber']): string => {
  if (form === 'other-words') return `سند ${number} ذخیره شد`
  if (form === 'missing') return 'ثبت با موفقیت انجام شد'
  return `پیش فاکتور فروش با موفقیت به شماره ${form === 'persian-digits' ? persianDigits(number) : number} ثبت گردید`
}

/** A pre-invoice was saved. */
export const preInvoiceSaved = (
  saved: Pick<StoredPreInvoice, 'number' | 'code' | 'params' | 'netTotal'>,
  { preInvoiceNumber, preInvoiceCode }: Dialect,
): Answer => {
  const message = saying(saved.number, preInvoiceNumber)
  return formAnswer({
    saved: true,
    errors: [{ type: 'ErrSuccs', description: `${message} خالص سند: ${grouped(saved.netTotal)}` }],
    messages: preInvoiceNumber === 'success-row' ? [] : [message],
    params: saved.params,
    ...(preInvoiceCode === 'return-code' && { code: saved.code }),
  })
}
