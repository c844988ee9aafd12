import type { CrmDocument, CrmIdentity, SiaghRow, StoredPreInvoice } from '@siagh-sync/sandbox'
import type { SyncErrorKind } from '@siagh-sync/sync-core'
import type { Sync } from '@siagh-sync/sync-core'
import { expectOk } from '../../test-support/results'
import type { DialectWorld } from './dialect-world'

/** What became of the records of the CRM. */
export interface Fate {
  /** Promises that were broken: records that were lost, written twice, or written wrongly. */
  readonly broken: readonly string[]
  /** Why records are not in Siagh, each kind once. `waiting`: they wait for a server. */
  readonly reasons: readonly (SyncErrorKind | 'waiting')[]
}

/** Looks at everything that the CRM holds, and at everything that Siagh holds. */
export async function fateOf({ sandbox }: Pick<DialectWorld, 'sandbox'>, sync: Sync): Promise<Fate> {
  const failures = expectOk(await sync.failures()).items
  const { pending } = expectOk(await sync.status())
  const failed = new Map(failures.map(({ key, error }) => [key.id, error?.kind]))
  const rows = sandbox.siagh.contacts()
  const posted = sandbox.siagh.preInvoices()
  const isAccountedFor = (id: string) => failed.has(id) || pending > 0
  return {
    broken: [
      ...sandbox.crm.identities().flatMap((identity) => ofIdentity(identity, rows, isAccountedFor)),
      ...sandbox.crm.documents().flatMap((document) => ofDocument(document, { rows, posted }, isAccountedFor)),
    ],
    reasons: [
      ...new Set([...[...failed.values()].flatMap((kind) => kind ?? []), ...(pending > 0 ? ['waiting' as const] : [])]),
    ],
  }
}

function ofIdentity(
  identity: CrmIdentity,
  rows: readonly SiaghRow[],
  isAccountedFor: (id: string) => boolean,
): string[] {
  const { crmId, nickName } = identity
  const [row, ...others] = rows.filter(({ tmpid }) => isMark(tmpid, crmId))
  if (others.length > 0) return [`${nickName} has ${others.length + 1} contacts`]
  if (!row) return isAccountedFor(crmId) ? [] : [`${nickName} is lost`]
  const isOld = isAccountedFor(crmId)
  const isPerson = 'firstName' in identity
  const mobile = identity.phoneContacts.find(({ phoneNumber }) => /^[۰0]/.test(phoneNumber))?.phoneNumber ?? ''
  const wanted = {
    ...(!isOld && { Name: nickName, Email: identity.email, Description: identity.description }),
    TowardType: !isPerson,
    ...(isPerson && { MobileNo: latin(mobile) }),
  }
  return Object.entries(wanted)
    .filter(([field, value]) => (row[field as keyof SiaghRow] ?? '') !== value)
    .map(
      ([field, value]) => `${nickName} has ${field} "${String(row[field as keyof SiaghRow])}", not "${String(value)}"`,
    )
}

const latin = (text: string) => text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))

interface Books {
  readonly rows: readonly SiaghRow[]
  readonly posted: readonly StoredPreInvoice[]
}

function ofDocument(document: CrmDocument, { rows, posted }: Books, isAccountedFor: (id: string) => boolean): string[] {
  const { crmId, identityId, finalValue, vat } = document
  const [preInvoice, ...others] = posted.filter(({ remarks }) => remarks.includes(crmId))
  if (others.length > 0) return [`document ${crmId} has ${others.length + 1} pre-invoices`]
  if (!preInvoice) return isAccountedFor(crmId) ? [] : [`document ${crmId} is lost`]
  const billed = rows.find(({ Code }) => Code === preInvoice.customerCode)
  if (billed && !isMark(billed.tmpid, identityId)) return [`document ${crmId} bills ${billed.Name ?? 'somebody else'}`]
  const net = preInvoice.lines.reduce((sum, { price, quantity, discount }) => sum + price * quantity - discount, 0)
  const isBroken = preInvoice.lines.length === 0
  if (isBroken) return isAccountedFor(crmId) ? [] : [`document ${crmId} broke off, and nobody is told`]
  return Math.abs(net - (finalValue - vat)) < 1
    ? []
    : [`document ${crmId} is posted with ${net}, not ${finalValue - vat}`]
}

/** Whether a mark is this id, in whatever form Siagh lists it. */
function isMark(tmpid: string | null | undefined, id: string | null): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^0-9a-f]/g, '')
  return tmpid != null && id !== null && plain(tmpid) === plain(id)
}
