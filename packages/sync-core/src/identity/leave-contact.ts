import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { saveMapping, takenOver } from '../run/save-mapping'
import type { Outcome } from '../types'
import { fieldsOfRow } from './contact-fields'
import { idsOf } from './contact-mapping'
import { findContactOfIntent } from './find-contact-of-intent'
import { findMapped } from './find-mapped'
import { writeFields } from './write-fields'

/** The identity is no longer in the CRM. Its contact stays in Siagh; by rule it is switched off, unless it is off already. */
export function leaveContact(run: Run, mapping: Mapping | null): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const known = mapping?.state === 'intent' ? yield* adoptInterrupted(run, mapping) : mapping
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

/** The contact that was being made when the identity was deleted is linked, if it was made; else its intent is forgotten. */
function adoptInterrupted(run: Run, mapping: Mapping): ResultAsync<Mapping | null, SyncError> {
  return safeTry(async function* () {
    const row = yield* findContactOfIntent(run, mapping)
    if (row) {
      const { detail } = mapping
      return ok(yield* saveMapping(run, { state: 'linked', siagh: idsOf(row), fingerprint: '', detail }, mapping))
    }
    const end = yield* run.store.mappings.remove(run.lease, mapping.version)
    return end === 'removed' ? ok(null) : err(takenOver())
  })
}

function deactivate(run: Run, mapping: Mapping): ResultAsync<boolean, SyncError> {
  return safeTry(async function* () {
    const mapped = yield* findMapped(run, mapping)
    if (mapped.is !== 'listed' || !mapped.row.IsActive) return ok(false)
    const { row } = mapped
    // An identity that comes back finds no fingerprint, is written, and so is switched on again.
    const { state, siagh, detail } = mapping
    const draft = { state, fingerprint: '', detail: { ...detail, deactivated: true }, ...(siagh && { siagh }) }
    yield* saveMapping(run, draft, mapping)
    const fields = { ...fieldsOfRow(row, run.key.id, run.rules), isactive: false }
    yield* writeFields(run, row, fields)
    return ok(true)
  })
}
