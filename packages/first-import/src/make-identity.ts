import { err, ok, type Result } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { IdentityDraft, SyncError } from '@siagh-sync/sync-core'
import { draftIdentity, readGuid, targetOfSent } from '@siagh-sync/sync-core/matching'
import { createIdentity } from './create-identity'
import type { Job } from './job'
import { linkIdentity, type Pair } from './link-identity'
import type { Sides } from './sides'
import { settled, settledBy, type Settling } from './contact-result'
import { tellWithSuspicions } from './tell-contact'

/** Makes the identity of a contact that nothing in the CRM is, and links the two. */
export async function makeIdentity(job: Job, sides: Sides, number: number): Settling {
  const { context, lease } = job
  const row = sides.contacts.at(number)
  const told = tellWithSuspicions(sides, row)
  const draft = draftIdentity(row, told.type, sides.rules)
  if (draft.isErr()) return settled({ ...told, action: 'failed', error: draft.error })
  if (!lease) return settled({ ...told, action: 'created' })
  const owner = await ownerOf(job, row)
  if (owner.isErr()) return err(owner.error)
  if (owner.value !== null) return settled({ ...told, action: 'unchanged', by: 'mapping', identityId: owner.value })

  const at = context.clock.now()
  job.open.add(number)
  const making = await createIdentity(job, lease, draft.value.identity, told.type)
  if (making.isErr() || making.value.made !== 'unknown') job.open.delete(number)
  if (making.isErr()) return err(making.error)
  switch (making.value.made) {
    case 'stopped':
      return ok('left')
    case 'no':
      return settled({ ...told, action: 'failed', error: making.value.error })
    case 'unknown':
      return ok({ unknown: number, error: making.value.error, at: context.clock.now() })
    case 'yes': {
      const { id } = making.value
      job.last.id = id
      const pair = pairOf(job, { row, id, type: told.type, at }, draft.value.identity)
      const linking = await linkIdentity(context, pair)
      const proven = await job.proof.check(id, told.type, draft.value.identity.refId)
      return proven.isErr() ? err(proven.error) : settledBy(linking, { ...told, identityId: id }, 'created')
    }
  }
}

/** A worker may have linked it since the store was read. */
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

/** With the fingerprint of what was sent: the webhook that this causes changes nothing. */
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
