import type { PlannedWrite } from '@siagh-sync/sync-core'
import { START } from '../world/start'
import type { World } from '../world/world'
import type { SentRequest } from './ledger'

/** A save, as our client has sent it. */
interface Form {
  readonly parameters: string
  readonly ctrlValues: string
  readonly dataRows: string
}

/**
 * Where everything is held, nothing is sent to Siagh but what an operator has seen and released. The same holds for
 * what would create a record that was noted in shadow. In shadow nothing is written.
 */
export function checkHeld({ plan, ledger }: World): string[] {
  const shadowEnd = START + plan.shadowMs
  return ledger.requests.flatMap((request) => {
    const sent = savedBy(request)
    if (request.sentAt < shadowEnd && (sent || isCrmWrite(request)))
      return [`shadow: ${request.side} was sent a write in shadow`]
    if (!sent || request.recordId === undefined) return []
    const isCreation = sent.dataRows !== '[]' || sent.parameters === 'CodeMain='
    if (plan.hold !== 'all' && !(isCreation && ledger.shadowed.has(request.recordId))) return []
    const isReleased = ledger.releasesOf(request.recordId).some((planned) => isSent(planned, sent))
    return isReleased ? [] : [`held: ${request.recordId} was sent in a state that nobody has released`]
  })
}

const isCrmWrite = ({ side, record }: SentRequest) =>
  side === 'crm' && /(?:Create|Update)$/.test(record?.operation ?? '')

function savedBy({ side, body }: SentRequest): Form | undefined {
  if (side !== 'siagh' || !body.includes('ctrlValues')) return undefined
  return JSON.parse(body) as Form
}

function isSent(planned: PlannedWrite, { parameters, ctrlValues, dataRows }: Form): boolean {
  const pairs = ctrlValues.split('|')
  switch (planned.write) {
    case 'make_contact':
      return parameters === 'CodeMain=' && hasFields(planned.fields, pairs)
    case 'change_contact':
      return parameters === `CodeMain=${planned.code}` && hasFields(planned.fields, pairs)
    case 'post_document': {
      const { lines, contactCode, customerCode, remarks } = planned.preInvoice
      const head = { codecontact: contactCode ?? '', codemoshtari: customerCode, tozihat: remarks }
      const hasHead = Object.entries(head).every(([name, value]) => pairs.includes(`sl_sanad.${name}=${value}`))
      const rows = lines.map(({ productCode, quantity, price }) => `${productCode} ${quantity} ${price}`)
      return hasHead && rowsOf(dataRows).join() === rows.join()
    }
    case 'write_ref_id':
      return false
  }
}

function hasFields(fields: object, pairs: readonly string[]): boolean {
  return Object.entries(fields).every(([name, value]) => {
    const text = typeof value === 'boolean' ? Number(value) : String(value)
    return pairs.includes(`gn_web_users.${name}=${text}`)
  })
}

type Cell = { readonly newValue: unknown }
type Row = Readonly<Record<'codekala' | 'qty' | 'price', Cell>>

function rowsOf(dataRows: string): string[] {
  const grids = JSON.parse(dataRows) as readonly { readonly data: readonly Row[] }[]
  const rows = grids.flatMap(({ data }) => data)
  return rows.map(({ codekala, qty, price }) =>
    [codekala, qty, price].map(({ newValue }) => String(newValue)).join(' '),
  )
}
