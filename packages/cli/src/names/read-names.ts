import type { ApiError, CrmClient } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { DocumentKind, EntityRef } from '@siagh-sync/sync-core'
import { readEitherType, type FetchedIdentity } from '@siagh-sync/sync-core/matching'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'
import { cliSaying } from '../messages/cli-messages'

/** By what a person knows a record. Read from the CRM for one answer, and neither stored nor logged. */
interface RecordName {
  /** Of a document. */
  readonly number?: string
  /** Of a contact, or of a document's customer. */
  readonly name?: string
  /** Why there is no name. */
  readonly unread?: Saying
}

/** What the names are read by. */
export type NamesClient = Pick<CrmClient, 'getPerson' | 'getOrganization' | 'getInvoice' | 'getQuote'>

/** Names by `keyOf`. */
export type RecordNames = ReadonlyMap<string, RecordName>

/** What a record is found by among the names. */
export const keyOf = ({ kind, id }: EntityRef) => `${kind}/${id}`

/** Nobody reads more at a time, and the CRM has other work to do. */
const MOST = 200
const AT_ONCE = 4

/**
 * Reads the names of records, each once. Never fails: where a record is not shown, its name says so. A CRM that does not answer is not asked
 * again, so that the command still comes to its end.
 */
export async function readNames(
  crm: NamesClient,
  records: readonly EntityRef[],
  signal: AbortSignal,
): Promise<RecordNames> {
  const distinct = [...new Map(records.map((record) => [keyOf(record), record])).values()]
  const names = new Map<string, RecordName>()
  let away: Saying | undefined
  for (let start = 0; start < distinct.length; start += AT_ONCE) {
    const some = distinct.slice(start, start + AT_ONCE)
    const isEnough = start >= MOST || signal.aborted
    const unasked = away ?? (isEnough ? cliSaying('name_not_asked') : undefined)
    const read = await Promise.all(
      some.map(async (record) => (unasked === undefined ? nameOf(crm, record) : ok<RecordName>({ unread: unasked }))),
    )
    for (const [at, record] of some.entries()) {
      const name = read[at]
      if (name?.isErr()) away = cliSaying('name_crm_away', { reason: saidBy(name.error).message })
      names.set(keyOf(record), name?.isOk() ? name.value : { unread: away ?? cliSaying('name_not_shown') })
    }
  }
  return names
}

/** The error of a CRM that takes no calls now. */
async function nameOf(crm: NamesClient, { kind, id }: EntityRef): Promise<Result<RecordName, ApiError>> {
  if (kind === 'identity') return nameOfIdentity(crm, id)
  const document = await documentOf(crm, kind, id)
  if (document.isErr()) return unshown(document.error)
  const { number, identityId } = document.value
  const customer = identityId === undefined ? ok({}) : await nameOfIdentity(crm, identityId)
  return customer.map((found) => ({ ...found, ...(number !== undefined && { number }) }))
}

function documentOf(crm: NamesClient, kind: DocumentKind, id: string) {
  switch (kind) {
    case 'invoice':
      return crm.getInvoice(id)
    case 'quote':
      return crm.getQuote(id)
  }
}

async function nameOfIdentity(crm: NamesClient, id: string): Promise<Result<RecordName, ApiError>> {
  const read = await readEitherType(crm, id)
  if (read.isErr()) return err(read.error)
  switch (read.value.is) {
    case 'found':
      return ok(named(nameIn(read.value.fetched.identity)))
    case 'unreadable':
      return unshown(read.value.error)
    case 'missing':
      return ok({ unread: cliSaying('name_not_shown') })
  }
}

function nameIn(identity: FetchedIdentity['identity']): string | undefined {
  if (identity.nickName !== undefined || !('firstName' in identity || 'lastName' in identity)) return identity.nickName
  return [identity.firstName, identity.lastName].filter(Boolean).join(' ')
}

function named(name: string | undefined): RecordName {
  return name ? { name } : { unread: cliSaying('name_empty') }
}

function unshown(error: ApiError): Result<RecordName, ApiError> {
  return isAway(error) ? err(error) : ok({ unread: cliSaying('name_not_shown') })
}

/** Whether an error is about our calls and not about this record. HTTP 500 may be the CRM's word for a record that it does not have. */
function isAway(error: ApiError): boolean {
  switch (error.kind) {
    case 'not_found':
    case 'rejected':
    case 'malformed':
      return false
    case 'unavailable':
      return error.status !== 500
    case 'unauthorized':
    case 'rate_limited':
    case 'outcome_unknown':
    case 'defect':
      return true
  }
}
