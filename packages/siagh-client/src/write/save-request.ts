import type { components } from '../generated/siagh'
import type { toContactForm } from './contact-form'
import type { toPreInvoiceForm } from './pre-invoice-form'

/** The forms that can be sent to Siagh. */
export type Form = ReturnType<typeof toContactForm> | ReturnType<typeof toPreInvoiceForm>

/** The body of `SaveFormData`. Siagh needs all seven fields, for every form. */
export function toSaveRequest(formId: string, form: Form): components['schemas']['SaveFormRequest'] {
  return { formId, ...form, attachments: '[]', postCode: '1110', flowId: '' }
}
