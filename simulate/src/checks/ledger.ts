import type { RequestRecord, Sandbox, SiaghRow, StoredPreInvoice } from '@siagh-sync/sandbox'
import type { PlannedWrite } from '@siagh-sync/sync-core'
import type { Machine } from '../scheduler/machine'
import { markOf } from './mark-of'
import type { Plan } from '../world/plan'
import { createCrmHistory, type CrmHistory } from './crm-history'
import { createHolds, type Holds } from './holds'
import { createSiaghHistory, type SiaghHistory } from './siagh-history'
import type { StoreCall } from './store-call'

/** One request of a process to a server, and how far it came. */
export interface SentRequest {
  readonly machine: Machine
  readonly side: 'siagh' | 'crm'
  readonly sentAt: number
  /** Of a save: the record that it was made for, as the mark in it says. */
  readonly recordId?: string
  /** Of a save: whether it names a contact that is there already. */
  readonly isUpdate: boolean
  readonly body: string
  /** Once it has arrived. */
  record?: RequestRecord<string>
  arrivedAt?: number
  /** Once the answer was back at a sender that lived. */
  returnedAt?: number
  /** What it left behind in Siagh. */
  wroteContact?: SiaghRow
  /** A contact that Siagh has made of an update. */
  madeAnother?: SiaghRow
  wrotePreInvoice?: StoredPreInvoice
  /** A pre-invoice without lines: the script of the form has broken off. */
  leftPiece?: StoredPreInvoice
  /** The contact that the pre-invoice bills, as it was then. */
  billed?: SiaghRow
}

/** Everything that the checks know, written down while it happens. */
export interface Ledger {
  readonly requests: readonly SentRequest[]
  readonly crm: CrmHistory
  readonly siagh: SiaghHistory
  readonly holds: Holds
  /** What an operator has released of a record, in order. */
  releasesOf(id: string): readonly PlannedWrite[]
  /** An operator releases this. */
  released(id: string, planned: PlannedWrite): void
  /** These were noted while the processes were in shadow: somebody may have typed them into Siagh. */
  readonly shadowed: ReadonlySet<string>
  endShadow(ids: readonly string[]): void
  /** How the servers answer. */
  readonly ways: Pick<Plan, 'dialect' | 'flaw'>
  /** What was found wrong on the way. */
  readonly violations: string[]
  requestLeaves(machine: Machine, side: 'siagh' | 'crm', body: string): SentRequest
  requestDone(request: SentRequest): void
  storeCall(call: StoreCall): void
  /** Tells `listener` of every call of the store. */
  onStoreCall(listener: (call: StoreCall) => void): void
}

/** What an operator has decided. */
function createDecisions(): Pick<Ledger, 'shadowed' | 'endShadow' | 'releasesOf' | 'released'> {
  const releases = new Map<string, PlannedWrite[]>()
  const shadowed = new Set<string>()
  return {
    shadowed,
    endShadow: (ids) => ids.forEach((id) => shadowed.add(id)),
    releasesOf: (id) => releases.get(id) ?? [],
    released: (id, planned) => void releases.set(id, [...(releases.get(id) ?? []), planned]),
  }
}

/** An empty ledger. */
export function createLedger(sandbox: Sandbox, plan: Pick<Plan, 'dialect' | 'flaw'>, now: () => number): Ledger {
  const requests: SentRequest[] = []
  const violations: string[] = []
  const listeners: ((call: StoreCall) => void)[] = []
  const crm = createCrmHistory(sandbox.crm, now)
  const holds = createHolds(now, violations)
  const siagh = createSiaghHistory(sandbox, plan, now)
  const readWrites = watchSiagh(sandbox, siagh)
  listeners.push(holds.storeCall)

  return {
    requests,
    crm,
    siagh,
    holds,
    violations,
    ways: plan,
    ...createDecisions(),
    requestLeaves(machine, side, body) {
      const recordId = recordIdIn(body)
      const request: SentRequest = {
        machine,
        side,
        sentAt: now(),
        body,
        isUpdate: /CodeMain=\d/.test(body),
        ...(recordId !== undefined && { recordId }),
      }
      requests.push(request)
      return request
    },
    requestDone(request) {
      request.arrivedAt = now()
      if (request.side === 'siagh') readWrites(request)
      else crm.look()
    },
    storeCall: (call) => listeners.forEach((listener) => listener(call)),
    onStoreCall: (listener) => void listeners.push(listener),
  }
}

/** Finds what a request that Siagh has just answered left behind in it. */
function watchSiagh({ siagh }: Sandbox, history: SiaghHistory): (request: SentRequest) => void {
  let documents = siagh.preInvoices().length
  return (request) => {
    const { contact, isNew = false } = history.look()
    if (contact) request.wroteContact = contact
    if (contact && isNew && request.isUpdate) request.madeAnother = contact
    const posted = siagh.preInvoices()
    const last = posted.at(-1)
    if (posted.length > documents && last) {
      if (last.lines.length === 0) request.leftPiece = last
      else request.wrotePreInvoice = last
      const billed = siagh.contacts().find(({ Code }) => Code === last.customerCode)
      if (billed) request.billed = billed
    }
    documents = posted.length
  }
}

/** The mark of a pre-invoice's remarks or of a contact's `tmpid`. */
function recordIdIn(body: string): string | undefined {
  const found = /\[CRM ([0-9a-f-]{36})\]/i.exec(body) ?? /tmpid[^0-9a-f]{1,6}([0-9a-f-]{32,36})/i.exec(body)
  return found?.[1] === undefined ? undefined : markOf({ tmpid: found[1] })
}
