import type { CrmKind } from '../crm/crm-objects'
import type { CrmEvent } from '../crm/object-table'

/** The object types that an administrator can set a webhook for. */
export type WebhookType = 'Identity' | 'Invoice' | 'Quote'

/** Which webhook type each kind of object belongs to. */
export const webhookTypeOf: Readonly<Record<CrmKind, WebhookType>> = {
  person: 'Identity',
  organization: 'Identity',
  invoice: 'Invoice',
  quote: 'Quote',
}

const subtypes: Readonly<Record<CrmKind, string>> = {
  person: 'مخاطب حقیقی',
  organization: 'مخاطب حقوقی',
  invoice: 'فاکتور فروش',
  quote: 'پیش فاکتور رسمی',
}

/** What is called for an event: the URL as the administrator typed it, its query kept, and the CRM's parameters after it. */
export const webhookUrl = (typed: string, event: CrmEvent, kind: CrmKind, id: string): string => {
  const parameters = new URLSearchParams({ event, id, type: webhookTypeOf[kind], subtype: subtypes[kind] })
  return `${typed}${typed.includes('?') ? '&' : '?'}${parameters.toString()}`
}
