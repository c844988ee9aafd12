import type { components } from '../generated/siagh'
import type { toContactForm } from './contact-form'
import type { toPreInvoiceForm } from './pre-invoice-form'

/** Every form that Siagh is sent; nothing else can be. */
export type Form = ReturnType<typeof toContactForm> | ReturnType<typeof toPreInvoiceForm>

/** The body of `SaveFormData`: Siagh wants all seven fields, whichever form it is. */
export function toSaveRequest(formId: string, form: Form): components['schemas']['SaveFormRequest'] {
  return { formId, ...form, attachments: '[]', postCode: '1110', flowId: '' }
}
