import Table from 'cli-table3'
import type { CrmDocument, CrmIdentity } from '@siagh-sync/sandbox'
import { howItWent } from './how-it-went'
import { inColumns } from './in-columns'
import { runsOf, type Scene } from './scene'

/** Each person and organization on both sides. */
export async function identityTable(scene: Scene): Promise<string> {
  const { sandbox } = scene.stage
  const nameWidth = widthOfNames(scene.story.width, 66)
  const table = tableOf(['', 'CRM: name', 'number as typed', 'Siagh: code', 'name', 'number', 'how it went'])
  for (const identity of sandbox.crm.identities()) {
    const contact = sandbox.siagh.contacts().find(({ tmpid }) => tmpid === identity.crmId)
    table.push([
      kindOf(identity),
      inColumns(identity.nickName, nameWidth),
      inColumns(identity.phoneContacts[0]?.phoneNumber ?? '', 15),
      `contact ${contact?.Code ?? '-'}`,
      inColumns(contact?.Name ?? '', nameWidth),
      contact?.MobileNo || contact?.TelNo || '',
      howItWent(await runsOf(scene, { kind: 'identity', id: identity.crmId })),
    ])
  }
  return table.toString()
}

/** Each invoice and quote on both sides. Amounts in Rial, after discounts, before VAT. */
export async function documentTable(scene: Scene): Promise<string> {
  const { sandbox } = scene.stage
  const table = tableOf(['', 'CRM: customer', 'lines', 'Rial', 'Siagh: number', 'customer', 'Rial', 'how it went'])
  for (const document of sandbox.crm.documents()) {
    const customer = sandbox.crm.identities().find(({ crmId }) => crmId === document.identityId)
    const posted = sandbox.siagh.preInvoices().find(({ remarks }) => remarks.includes(document.crmId))
    const kind = 'invoiceType' in document ? 'invoice' : 'quote'
    table.push([
      kind,
      inColumns(customer?.nickName ?? '', widthOfNames(scene.story.width, 66)),
      `L${document.details.length}`,
      amount(sumOfCrm(document)),
      `no. ${posted?.number ?? '-'}`,
      `contact ${posted?.customerCode ?? '-'}`,
      amount(sumOf(posted?.lines ?? [], ({ price, quantity, discount }) => price * quantity - discount)),
      howItWent(await runsOf(scene, { kind, id: document.crmId })),
    ])
  }
  return table.toString()
}

/** Between two columns in Persian stands one that begins with Latin letters: a terminal that knows about bidi keeps the order. */
function tableOf(head: string[]) {
  const none = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right']
  const inner = ['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid']
  const chars = Object.fromEntries([...none, ...inner].map((place) => [place, '']))
  return new Table({
    head,
    chars: { ...chars, middle: ' ' },
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 0 },
  })
}

function kindOf(identity: CrmIdentity): string {
  return 'registerNumber' in identity ? 'org.' : 'person'
}

function widthOfNames(columns: number, others: number): number {
  return Math.min(18, Math.max(8, Math.floor((columns - others) / 2)))
}

function sumOfCrm({ details, discount }: CrmDocument): number {
  return sumOf(details, (line) => line.baseUnitPrice * line.count) - discount
}

function sumOf<T>(lines: readonly T[], amountOf: (line: T) => number): number {
  return lines.reduce((sum, line) => sum + amountOf(line), 0)
}

function amount(rial: number): string {
  return rial.toLocaleString('en')
}
