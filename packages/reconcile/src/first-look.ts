import type { SiaghUser } from '@siagh-sync/siagh-client'
import { err, ok } from 'neverthrow'
import type { Mapping, SyncInternals, UnreadableIdentity } from '@siagh-sync/sync-core'
import { createPace, type Work } from '@siagh-sync/sync-core/long-work'
import { normalizeId, readIdentities, type ContactTable, type FetchedIdentity } from '@siagh-sync/sync-core/matching'
import type { Suspect } from './confirm-drift'
import type { DriftCounts } from './drift-counts'
import { createIdentitySharers, type IdentitySharers } from './find-duplicates'
import { judgeIdentity, type Finding } from './judge-identity'
import type { KnownMappings } from './known-mappings'
import type { Drift, ReconcileEvent } from './reconcile-events'

/** The result of the first reading of both systems. */
export interface FirstLook {
  readonly suspects: readonly Suspect[]
  readonly sharers: IdentitySharers
}

/** Compares every identity of the CRM with the contacts and the mappings. */
export async function* lookOnce(
  context: SyncInternals,
  contacts: ContactTable,
  mappings: KnownMappings,
  counts: DriftCounts,
  signal: AbortSignal | undefined,
): Work<ReconcileEvent, FirstLook> {
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
      counts.look(finding)
    }
    for (const unreadable of page.value.unreadable) {
      seen.add(unreadable.id)
      yield counts.count(unreadableDrift(unreadable, mappings.get(unreadable.id)))
    }
    yield { kind: 'progress', phase: 'reading-crm', progress: pace.at(seen.size, page.value.total) }
    if (signal?.aborted) return ok({ suspects, sharers })
  }
  for (const { id } of mappings.rows()) if (!seen.has(id)) suspects.push({ id })
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

/** Whether the first import would bring it into the CRM. */
function isImported(row: SiaghUser, { rules }: SyncInternals): boolean {
  return !row.IsAdminUser && (row.IsActive || rules.import.inactive === 'import')
}
