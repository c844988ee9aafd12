import { err, ok, type Result } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { IdentityDraft, SyncError } from '@siagh-sync/sync-core'
import { draftIdentity, readGuid, targetOfSent } from '@siagh-sync/sync-core/matching'
import { createIdentity } from './create-identity'
import type { Job } from './job'
import { linkIdentity, type Pair } from './link-identity'
import type { ImportBasis } from './import-basis'
import { resultOf, resultOfLinking, type ContactWork } from './contact-result'
import { summaryWithSuspicions } from './describe-contact'

/** Creates the identity of a contact that has none in the CRM, and links the two. */
export async function makeIdentity(job: Job, basis: ImportBasis, number: number): ContactWork {
  const { context, lease } = job
  const row = basis.contacts.at(number)
  const summary = summaryWithSuspicions(basis, row)
  const draft = draftIdentity(row, summary.type, basis.rules)
  if (draft.isErr()) return resultOf({ ...summary, action: 'failed', error: draft.error })
  if (!lease) return resultOf({ ...summary, action: 'created' })
  const owner = await ownerOf(job, row)
  if (owner.isErr()) return err(owner.error)
  if (owner.value !== null) return resultOf({ ...summary, action: 'unchanged', by: 'mapping', identityId: owner.value })

  const at = context.clock.now()
  job.open.add(number)
  const making = await createIdentity(job, lease, draft.value.identity, summary.type)
  if (making.isErr() || making.value.made !== 'unknown') job.open.delete(number)
  if (making.isErr()) return err(making.error)
  switch (making.value.made) {
    case 'stopped':
      return ok('left')
    case 'no':
      return resultOf({ ...summary, action: 'failed', error: making.value.error })
    case 'unknown':
      return ok({ lost: number, error: making.value.error, at: context.clock.now() })
    case 'yes': {
      const { id } = making.value
      job.last.id = id
      const pair = pairOf(job, { row, id, type: summary.type, at }, draft.value.identity)
      const linking = await linkIdentity(context, pair)
      const proven = await job.proof.check(id, summary.type, draft.value.identity.refId)
      return proven.isErr() ? err(proven.error) : resultOfLinking(linking, { ...summary, identityId: id }, 'created')
    }
  }
}

/** The identity that a worker may have linked since the store was read. */
async function ownerOf(
  { context: { store, company } }: Job,
  row: SiaghUser,
): Promise<Result<string | null, SyncError>> {
  const byCode = await store.mappings.findByCode(company, 'contact', String(row.Code))
  if (byCode.isErr() || byCode.value) return byCode.map((mapping) => mapping?.key.id ?? null)
  return (await store.mappings.findByRecordId(company, readGuid(row.RecordId) ?? row.RecordId)).map(
    (mapping) => mapping?.key.id ?? null,
  )
}

/** The pair has the fingerprint of what was sent. So the webhook that this create causes changes nothing. */
function pairOf(
  { context: { rules } }: Job,
  about: Pick<Pair, 'row' | 'id' | 'type' | 'at'>,
  sent: IdentityDraft['identity'],
): Pair {
  const calls = [about.type === 'person' ? 'crm.createPerson' : 'crm.createOrganization']
  return targetOfSent(about.id, sent, about.type, rules).match(
    ({ fingerprint, filled, draft }) => ({ ...about, calls, fingerprint, filled, warnings: draft.warnings }),
    () => ({ ...about, calls, fingerprint: '', filled: [], warnings: [] }),
  )
}
