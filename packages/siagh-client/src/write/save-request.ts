import type { components } from '../generated/siagh'
import type { ContactControl, ContactParameter } from './contact-form'
import type { Encoded } from './pairs'
import type { PreInvoiceControl, PreInvoiceParameter } from './pre-invoice-form'

/** What differs from one form to another. */
export interface FormRecord {
  readonly ctrlValues: Encoded<ContactControl> | Encoded<PreInvoiceControl>
  readonly parameters: Encoded<ContactParameter> | Encoded<PreInvoiceParameter>
  readonly dataRows: string
}

/** The body of `SaveFormData`: Siagh wants all seven fields, whichever form it is. */
export function toSaveRequest(formId: string, record: FormRecord): components['schemas']['SaveFormRequest'] {
  return { formId, ...record, attachments: '[]', postCode: '1110', flowId: '' }
}
