import type { SiaghUser } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { doubted, doubtOf } from '../identity/doubt-list'
import type { FetchedIdentity } from '../identity/fetch-identity'
import { normalizeId } from '../key'
import { createPace } from '../reading/progress'
import { readContacts } from '../reading/read-contacts'
import { readIdentities } from '../reading/read-identities'
import type { UnreadableIdentity } from '../reading/unreadable-identity'
import type { Suspect } from './confirm-drift'
import { createContactSide, type ContactSide } from './contact-side'
import type { Count } from './count-drift'
import { createIdentitySharers, type IdentitySharers } from './find-duplicates'
import { judgeIdentity, type Finding } from './judge-identity'
import type { MappingSide } from './mapping-side'
import type { Drift, ReconcileStep } from './steps'
import type { Mapping } from '../ports/store'
import type { Rules } from '../rules'

/** A piece of work that tells how far it is and answers what it came to. */
export type Steps<T> = AsyncGenerator<ReconcileStep, Result<T, SyncError>>

/** What the first reading of both sides has come to. */
export interface FirstLook {
  readonly suspects: readonly Suspect[]
  readonly sharers: IdentitySharers
}

/**
 * Reads the contacts of Siagh. A list that lacks much of what is mapped is not believed: it is read once more, and then the reconcile fails,
 * since it would tell of contacts that are there as gone.
 */
export async function* readSide(
  context: SyncContext,
  mappings: MappingSide,
  signal: AbortSignal | undefined,
): Steps<ContactSide> {
  for (let reading = 1; ; reading += 1) {
    const contacts = yield* readOnce(context, signal)
    if (contacts.isErr() || signal?.aborted) return contacts
    const tooShort = doubt(contacts.value, mappings, context.rules)
    if (!tooShort) return contacts
    if (reading === READINGS) return err(tooShort)
  }
}

const READINGS = 2

function doubt(contacts: ContactSide, mappings: MappingSide, { contactListMinShare }: Rules): SyncError | undefined {
  const mapped = [...mappings.ids()].flatMap((id) => mappings.get(id)?.siagh ?? [])
  const words = doubtOf(doubted(contacts, contacts.length()), { mapped, size: 0 }, contactListMinShare)
  if (words === undefined) return undefined
  return { kind: 'malformed', retryable: true, system: 'siagh', ...words, path: '' }
}

async function* readOnce(context: SyncContext, signal: AbortSignal | undefined): Steps<ContactSide> {
  const contacts = createContactSide()
  const pace = createPace(context.clock)
  const progress = () => ({ kind: 'progress', phase: 'reading-siagh', progress: pace.at(contacts.length()) }) as const
  for await (const batch of readContacts(context, contacts.addUnreadable)) {
    if (batch.isErr()) return err(batch.error)
    for (const row of batch.value) contacts.add(row)
    if (pace.isDue()) yield progress()
    if (signal?.aborted) break
  }
  yield progress()
  return ok(contacts)
}

/** Holds every identity of the CRM against the contacts and the mappings. */
export async function* lookOnce(
  context: SyncContext,
  contacts: ContactSide,
  mappings: MappingSide,
  count: Count,
  signal: AbortSignal | undefined,
): Steps<FirstLook> {
  const { rules } = context
  const suspects: Suspect[] = []
  const sharers = createIdentitySharers(rules)
  const seen = new Set<string>()
  const claimed = new Set<number>()
  const pace = createPace(context.clock)
  for await (const page of readIdentities(context, signal ? { signal } : {})) {
    if (page.isErr()) return err(page.error)
    for (const fetched of page.value.identities) {
      const id = normalizeId(fetched.identity.crmId)
      if (!id) continue
      seen.add(id)
      sharers.add(id, fetched)
      const other = { contacts, mapping: mappings.get(id), ownerOf: mappings.ownerOf }
      const finding = judgeIdentity(id, fetched, other, rules)
      for (const code of codesOf(finding)) claimed.add(code)
      if (finding.kind !== 'fine') suspects.push(suspectOf(id, fetched))
      count.look(finding)
    }
    for (const unreadable of page.value.unreadable) {
      seen.add(unreadable.id)
      yield count.tell(unreadableDrift(unreadable, mappings.get(unreadable.id)))
    }
    yield { kind: 'progress', phase: 'reading-crm', progress: pace.at(seen.size, page.value.total) }
    if (signal?.aborted) return ok({ suspects, sharers })
  }
  for (const id of mappings.ids()) if (!seen.has(id)) suspects.push({ id })
  const isNobodys = ({ Code }: SiaghUser) => !claimed.has(Code) && mappings.ownerOf(Code) === undefined
  for (const row of contacts.rows()) {
    if (isNobodys(row) && isImported(row, context)) suspects.push({ code: row.Code })
  }
  return ok({ suspects, sharers })
}

function unreadableDrift({ id, name }: UnreadableIdentity, mapping: Mapping | null): Drift {
  const siagh = mapping?.siagh ? { siagh: mapping.siagh } : {}
  return {
    kind: 'identity_unreadable',
    record: { kind: 'identity', id },
    ...siagh,
    ...(name !== undefined && { name }),
    repaired: false,
  }
}

function codesOf(finding: Finding): readonly number[] {
  if (finding.kind === 'fine') return finding.codes
  return finding.kind === 'fields_differ' ? [Number(finding.siagh.code)] : []
}

function suspectOf(id: string, { type, identity: { modifyDate } }: FetchedIdentity): Suspect {
  return { id, type, ...(modifyDate && { changedAt: modifyDate.getTime() }) }
}

/** Whether the initial import would bring it into the CRM. */
function isImported(row: SiaghUser, { rules }: SyncContext): boolean {
  return !row.IsAdminUser && (row.IsActive || rules.import.inactive === 'import')
}
