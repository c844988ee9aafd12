import type { Stage } from './stage'

/** What it is for, and the commands. */
export type Trial = readonly [string, ...string[]]

/** Commands for a stage that goes on running; each of them works as it is. */
export function thingsToTry(stage: Stage): readonly Trial[] {
  return [...records(stage), ...webhooks(stage), ...questions(stage), ...troubles(stage)]
}

function records({ servers: { controlUrl } }: Stage): Trial[] {
  return [
    [
      'Create a person in the CRM, and find it in Siagh',
      `curl -X POST ${controlUrl}/crm/person -d '{"nickName":"سارا نمونه","phoneContacts":[{"phoneNumber":"0903 111 2233"}]}'`,
      `curl ${controlUrl}/siagh/contacts`,
    ],
    [
      'Create an invoice, and look at the pre-invoices',
      `curl -X POST ${controlUrl}/crm/invoice`,
      `curl ${controlUrl}/siagh/pre-invoices`,
    ],
  ]
}

function webhooks({ webhookUrl, sandbox }: Stage): Trial[] {
  const [path = '', query = ''] = webhookUrl.split('?')
  const event = `event=Update&type=Identity&id=${sandbox.crm.identities()[0]?.crmId ?? ''}`
  return [
    [
      'Send a webhook by hand: 202; and one with a wrong secret: 401',
      `curl -i '${path}/identity?${query}&${event}'`,
      `curl -i '${path}/identity?secret=wrong&${event}'`,
    ],
  ]
}

function questions({ service, token }: Stage): Trial[] {
  const operator = operatorOf(token)
  return [
    [
      'How it stands, what failed, what was done',
      `curl ${operator} ${service.url}/api/companies/default/status`,
      `curl ${operator} ${service.url}/api/companies/default/failures`,
      `curl ${operator} '${service.url}/api/companies/default/history?limit=5'`,
    ],
    ['Is it alive, is it ready', `curl ${service.url}/livez`, `curl ${service.url}/readyz`],
  ]
}

function troubles({ servers: { controlUrl }, service, token }: Stage): Trial[] {
  return [
    [
      'Switch Siagh off, create a person, switch it on again',
      `curl -X POST ${controlUrl}/siagh/faults -d '{"set":"away"}'`,
      `curl -X POST ${controlUrl}/crm/person -d '{"nickName":"کیان نمونه"}'`,
      `curl ${operatorOf(token)} ${service.url}/api/companies/default/status`,
      `curl -X DELETE ${controlUrl}/siagh/faults`,
    ],
    [
      'Lose the answer to the next pre-invoice: in doubt',
      `curl -X POST ${controlUrl}/siagh/faults -d '{"next":"savePreInvoice","fault":"resetAfter"}'`,
      `curl -X POST ${controlUrl}/crm/invoice`,
      `curl ${operatorOf(token)} '${service.url}/api/companies/default/failures?kind=invoice'`,
    ],
  ]
}

function operatorOf(token: string): string {
  return `-H 'Authorization: Bearer ${token}'`
}
