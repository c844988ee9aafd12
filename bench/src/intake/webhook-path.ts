import { randomUUID } from 'node:crypto'

/** The secret that the administrator typed into the URL. */
export const secret = 'made-up-secret-for-the-bench'

const start = `/webhook/crm/identity?secret=${secret}&event=Update&id=`
const end = `&${new URLSearchParams({ type: 'Identity', subtype: 'مخاطب حقیقی' }).toString()}`

/** The path of a webhook as the CRM calls it, about a record that no other webhook is about. */
export function webhookPath(): string {
  return `${start}${randomUUID()}${end}`
}
