import type { SiaghRow } from '@siagh-sync/sandbox'
import { compareServers } from '../compare-servers'
import type { Scene } from '../scene'
import { documentTable, identityTable } from '../tables'

/** Shows each record on both sides and compares the servers. Answers whether they agree. */
export async function compare(scene: Scene, before: readonly SiaghRow[], startedAt: number): Promise<boolean> {
  const { story, stage } = scene
  const { crm, siagh } = stage.sandbox
  story.chapter('7  Both sides')
  story.say(`\n${await identityTable(scene)}\n\n${await documentTable(scene)}\n`)

  const books = {
    identities: crm.identities(),
    documents: crm.documents(),
    contacts: siagh.contacts(),
    preInvoices: siagh.preInvoices(),
  }
  const { differences, doubles } = compareServers(books, before)
  const deliveries = crm.webhooks.deliveries()
  const events = new Set(deliveries.map(({ id, event }) => `${event} ${id}`)).size
  story.say(`${deliveries.length} webhooks sent, ${deliveries.length - events} of them more than once`)
  story.say(`${crm.requests().length - scene.crm.calls()} calls to the CRM, ${siagh.requests().length} to Siagh`)
  story.say(`${books.identities.length} identities, ${books.contacts.length - before.length} new contacts`)
  story.say(`${books.documents.length} documents, ${books.preInvoices.length} pre-invoices`)
  story.say(`doubles: ${doubles}`)
  story.say(`${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  story.say('')
  for (const difference of differences) story.say(story.colors.red(`DIFFERENT  ${difference}`))
  const { green, red, bold } = story.colors
  const verdict = differences.length === 0 ? green('The two servers agree.') : red('The two servers differ.')
  story.say(bold(verdict))
  return differences.length === 0
}
