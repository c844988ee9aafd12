import { createHash } from 'node:crypto'
import type { Sandbox } from './create-sandbox'
import type { ListeningSandbox } from './listen-sandbox'

/** What the command prints once everything listens: addresses, users, and what to try. */
export const greeting = ({ siagh, crm }: Sandbox, { siaghUrl, crmUrl, controlUrl }: ListeningSandbox): string => {
  const md5 = createHash('md5').update(siagh.password).digest('hex').toUpperCase()
  const target = crm.webhooks.settings().target
  const webhooks = typeof target === 'object' ? Object.values(target).join(' ') : (target ?? 'nowhere yet')
  return `
Siagh    ${siaghUrl}   user "${siagh.username}", password "${siagh.password}" (sent as ${md5})
CRM      ${crmUrl}   user "${crm.username}", password "${crm.password}"
Control  ${controlUrl}
Webhooks go to: ${webhooks}

Try:
  curl ${controlUrl}                                    # what both servers hold
  curl -X POST ${controlUrl}/crm/person                 # a made-up person in the CRM; webhooks follow
  curl -X POST ${controlUrl}/crm/invoice                # an invoice for the newest identity
  curl -X POST ${controlUrl}/crm/webhooks -d '{"pointAt":"http://127.0.0.1:3000/webhook/crm?secret=…"}'
  curl ${controlUrl}/siagh/contacts                     # what arrived in Siagh
  curl -X POST ${controlUrl}/siagh/faults -d '{"next":"savePreInvoice","fault":"resetAfter"}'
  curl -X DELETE ${controlUrl}/siagh/faults             # Siagh is well again
  curl ${siaghUrl}/GeneralApi/LoginUser -d '{"UserName":"${siagh.username}","Password":"${md5}"}'

Ctrl-C stops it.
`
}
