import { json, type Answer } from '../answer'

interface FormError {
  readonly colName?: string
  readonly type: 'ErrError' | 'ErrSuccs' | 'ErrWarning'
  readonly description: string
}

interface FormOutcome {
  readonly errors?: readonly FormError[]
  readonly messages?: readonly string[]
  readonly saved: boolean
  readonly code?: string
  readonly params?: string
}

/** The answer of `SaveFormData`: status 200 whatever the outcome. */
const formAnswer = ({ errors = [], messages = [], saved, code = '', params = '' }: FormOutcome): Answer =>
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
export const refused = (description: string, colName = ''): Answer =>
  formAnswer({ saved: false, errors: [{ colName, type: 'ErrError', description }] })

/** What Siagh says when the form's script does not find what it needs. The text is that of a live installation. */
export const scriptFailure = (field: string): Answer =>
  refused(
    `RUNTIME ERROR\r\nField '${field}' not found when evaluating instruction CallProc ($FFFFFFFF,$1,$1E888D0,$0,'FieldByName').\r\nPosition: 218, 84`,
  )

/** A contact was saved under this code. */
export const contactSaved = (code: number): Answer =>
  formAnswer({ saved: true, code: String(code), params: String(code) })

const grouped = (amount: number): string => Math.round(amount).toLocaleString('en-US')

/** A pre-invoice was saved. */
export const preInvoiceSaved = (saved: {
  readonly number: string
  readonly code: string
  readonly params: string
  /** With VAT. */
  readonly netTotal: number
}): Answer => {
  const message = `پیش فاکتور فروش با موفقیت به شماره ${saved.number} ثبت گردید`
  return formAnswer({
    saved: true,
    errors: [{ type: 'ErrSuccs', description: `${message} خالص سند: ${grouped(saved.netTotal)}` }],
    messages: [message],
    code: saved.code,
    params: saved.params,
  })
}
