import type { Dialect } from '../dialect/dialect'
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

const subtypesOf = (kind: CrmKind, { webhookSubtype }: Dialect): readonly string[] => {
  switch (webhookSubtype) {
    case 'as-seen':
      return [subtypes[kind]]
    case 'unknown':
      return ['نوع دلخواه']
    case 'missing':
      return []
    case 'doubled':
      return [subtypes[kind], subtypes[kind]]
  }
}

const idAs: Readonly<Record<Dialect['webhookIds'], (id: string) => string>> = {
  'lower-case': (id) => id,
  capitals: (id) => id.toUpperCase(),
  braces: (id) => `{${id.toUpperCase()}}`,
}

/** An event of a record. */
export interface WebhookEvent {
  readonly event: CrmEvent
  readonly kind: CrmKind
  readonly id: string
}

/** What is called for an event: the URL as the administrator typed it, its query kept, and the CRM's parameters after it. */
export const webhookUrl = (typed: string, { event, kind, id }: WebhookEvent, dialect: Dialect): string => {
  const parameters = new URLSearchParams({ event, id: idAs[dialect.webhookIds](id), type: webhookTypeOf[kind] })
  for (const subtype of subtypesOf(kind, dialect)) parameters.append('subtype', subtype)
  return `${typed}${typed.includes('?') ? '&' : '?'}${parameters.toString()}`
}
