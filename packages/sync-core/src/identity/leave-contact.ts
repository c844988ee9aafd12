import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { Outcome } from '../types'
import { changeContact } from './change-contact'
import { fieldsOfRow } from './contact-fields'
import { mayBeListedLater, notListedYet } from './contact-errors'
import { idsOf, typeOf } from './contact-mapping'
import { findContactOfIntent } from './find-contact-of-intent'
import { findMapped } from './find-mapped'

/**
 * Handles an identity that is no longer in the CRM. Its contact stays in Siagh. A rule can ask to deactivate it; a
 * contact that is not active stays as it is.
 */
export function leaveContact(run: Run): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const mapping = run.mapping.current()
    if (mapping?.state === 'intent') yield* adoptInterrupted(run, mapping)
    const known = run.mapping.current()
    const switchedOff = known && run.rules.contact.onDelete === 'deactivate' ? yield* deactivate(run, known) : false
    const { kind, id } = run.key
    return ok<Outcome>({
      kind,
      id,
      outcome: 'gone',
      warnings: switchedOff ? ['contact_deactivated'] : [],
      ...(known?.siagh && { siagh: known.siagh }),
    })
  })
}

/**
 * The identity was deleted while its contact was being created. If the contact was created, it is linked. If not, the
 * intent is removed.
 */
function adoptInterrupted(run: Run, { detail, ...intent }: Mapping): ResultAsync<void, SyncError> {
  return findContactOfIntent(run, { detail, ...intent }).map((row) =>
    run.mapping.set(row && { state: 'linked', siagh: idsOf(row), fingerprint: '', detail }),
  )
}

function deactivate(run: Run, mapping: Mapping): ResultAsync<boolean, SyncError> {
  return safeTry(async function* () {
    const mapped = yield* findMapped(run, mapping)
    // Nobody looks again after the identity is settled, and its contact would stay active.
    if (mapped.is === 'missing' && mayBeListedLater(run, mapping)) return err(notListedYet(mapping))
    if (mapped.is !== 'listed' || !mapped.row.IsActive) return ok(false)
    const { row } = mapped
    // Without a fingerprint, an identity that comes back is written, and so its contact becomes active again.
    const { state, siagh, detail } = mapping
    const intent = { state, fingerprint: '', detail: { ...detail, deactivated: true }, ...(siagh && { siagh }) }
    const type = typeOf(mapping)
    const fields = {
      ...fieldsOfRow(row, run.key.id, run.rules),
      // Nobody has seen for certain what `TowardType` of the list means.
      ...(type && { taraftype: type === 'organization' ? (1 as const) : (0 as const) }),
      isactive: false,
    }
    yield* changeContact(run, { row, fields, intent })
    return ok(true)
  })
}
