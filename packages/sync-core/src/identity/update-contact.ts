import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { fingerprintOf } from '../fingerprint'
import { saveMapping } from '../handle/save-mapping'
import type { Mapping } from '../ports/store'
import { fieldsOfRow, rowOfFields } from './contact-fields'
import { mergeContact } from './merge-contact'
import { contactForm, idsOf, linkedTo, writtenBefore, type Target } from './target'

/** What became of the contact, and the mapping as it stands now. */
export interface WrittenContact {
  readonly outcome: 'created' | 'updated' | 'linked' | 'unchanged'
  readonly mapping: Mapping
}

/**
 * Makes an existing contact equal to what the CRM says, without a write where it already is. A contact that is new to this
 * identity is claimed in the store first: of two identities that want it, the second one fails before it has written.
 */
export function updateContact(
  run: Run,
  mapping: Mapping | null,
  target: Target,
  row: SiaghUser,
): ResultAsync<WrittenContact, SyncError> {
  const { organizationTowardType } = run.rules
  return safeTry(async function* () {
    const isOurs = mapping?.state === 'linked' && mapping.siagh?.code === String(row.Code)
    const claimed = isOurs ? mapping : yield* claim(run, mapping, target, row)

    const held = fieldsOfRow(row, run.key.id, organizationTowardType)
    const fields = mergeContact(held, target.draft, writtenBefore(claimed.detail), run.rules)
    const differs = fingerprintOf(fields) !== fingerprintOf(held)
    if (differs) {
      yield* run.siagh.updateContact(row.Code, fields, contactForm(run.rules))
      run.contacts.remember(rowOfFields(row.Code, fields, row, organizationTowardType))
    }
    const ids = { ...claimed.siagh, ...idsOf(row) }
    const recorded = yield* saveMapping(run, linkedTo(ids, target), claimed)
    return ok<WrittenContact>({ outcome: differs ? 'updated' : isOurs ? 'unchanged' : 'linked', mapping: recorded })
  })
}

function claim(run: Run, mapping: Mapping | null, { type }: Target, row: SiaghUser): ResultAsync<Mapping, SyncError> {
  return saveMapping(run, { state: 'linked', siagh: idsOf(row), fingerprint: '', detail: { type } }, mapping)
}
