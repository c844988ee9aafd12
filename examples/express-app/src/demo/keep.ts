import type { Scene } from './scene'

/** Says what can be tried while everything goes on running. Every line that begins with curl can be pasted. */
export function tellWhatToTry({ stage, story }: Scene): void {
  const { servers, service, token, webhookUrl, sandbox, logFile } = stage
  const control = servers.controlUrl
  const operator = `-H 'Authorization: Bearer ${token}'`
  const [path, query] = webhookUrl.split('?')
  const event = `event=Update&type=Identity&id=${sandbox.crm.identities()[0]?.crmId ?? ''}`
  const list: readonly (readonly [string, ...string[]])[] = [
    [
      'Create a person in the CRM, and find it in Siagh',
      `curl -X POST ${control}/crm/person`,
      `curl ${control}/siagh/contacts`,
    ],
    [
      'Create an invoice, and look at the pre-invoices',
      `curl -X POST ${control}/crm/invoice`,
      `curl ${control}/siagh/pre-invoices`,
    ],
    [
      'Send a webhook by hand; then one without the secret',
      `curl -i '${path}/identity?${query}&${event}'`,
      `curl -i '${path}/identity?secret=wrong&${event}'`,
    ],
    [
      'Ask siagh-sync how it stands, what failed and what it did',
      `curl ${operator} ${service.url}/operations/status`,
      `curl ${operator} ${service.url}/operations/failures`,
      `curl ${operator} '${service.url}/operations/history?limit=5'`,
    ],
    ['Is it alive, is it ready', `curl ${service.url}/livez`, `curl ${service.url}/readyz`],
    [
      'Switch Siagh off, create a person, switch it on again',
      `curl -X POST ${control}/siagh/faults -d '{"set":"away"}'`,
      `curl -X POST ${control}/crm/person`,
      `curl -X DELETE ${control}/siagh/faults`,
    ],
    [
      'Lose the answer to the next pre-invoice',
      `curl -X POST ${control}/siagh/faults -d '{"next":"savePreInvoice","fault":"resetAfter"}'`,
      `curl -X POST ${control}/crm/invoice`,
      `curl ${operator} '${service.url}/operations/failures?kind=invoice'`,
    ],
  ]
  story.chapter('Everything goes on running. Try:')
  for (const [what, ...commands] of list) {
    story.say('')
    story.say(story.colors.dim(`# ${what}`))
    for (const command of commands) story.say(command)
  }
  story.say('')
  story.say(`The log of siagh-sync: ${logFile}`)
  story.say('Ctrl-C stops everything and removes the files.')
}
