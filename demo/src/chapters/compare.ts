import type { SiaghRow } from '@siagh-sync/sandbox'
import { compareServers } from '../compare-servers'
import type { Scene } from '../scene'
import type { Story } from '../story'
import { documentTable, identityTable } from '../tables'

/** Shows each record on both sides and compares the servers. Answers whether they agree. */
export async function compare(scene: Scene, before: readonly SiaghRow[], startedAt: number): Promise<boolean> {
  const { story, stage } = scene
  const { crm, siagh } = stage.sandbox
  story.chapter('9  Both sides')
  story.block(await identityTable(scene))
  story.block(await documentTable(scene))

  const books = {
    identities: crm.identities(),
    documents: crm.documents(),
    contacts: siagh.contacts(),
    preInvoices: siagh.preInvoices(),
  }
  const { differences, doubles } = compareServers(books, before)
  const figures = [
    ['webhooks sent', crm.webhooks.deliveries().length],
    ['calls to the CRM', crm.requests().length - scene.crm.calls()],
    ['calls to Siagh', siagh.requests().length],
    ['identities, contacts', `${books.identities.length}, ${books.contacts.length - before.length}`],
    ['documents, pre-invoices', `${books.documents.length}, ${books.preInvoices.length}`],
    ['doubles', doubles],
    ['seconds', ((Date.now() - startedAt) / 1000).toFixed(1)],
  ] as const
  for (const [name, figure] of figures) story.say(`${name.padEnd(25)} ${figure}`)
  tellVerdict(story, differences)
  return differences.length === 0
}

function tellVerdict(story: Story, differences: readonly string[]): void {
  const { green, red, bold } = story.colors
  const agree = differences.length === 0
  story.block(bold(agree ? green('  The two servers agree, record by record.') : red('  The two servers differ:')))
  for (const difference of differences) story.say(red(difference))
}
