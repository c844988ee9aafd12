import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { Outcome } from '../types'
import { changeContact } from './change-contact'
import { fieldsOfRow } from './contact-fields'
import { idsOf } from './contact-mapping'
import { findContactOfIntent } from './find-contact-of-intent'
import { findMapped } from './find-mapped'

/** The identity is no longer in the CRM. Its contact stays in Siagh; by rule it is switched off, unless it is off already. */
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

/** The contact that was being made when the identity was deleted is linked, if it was made; else its intent is forgotten. */
function adoptInterrupted(run: Run, { detail, ...intent }: Mapping): ResultAsync<void, SyncError> {
  return findContactOfIntent(run, { detail, ...intent }).map((row) =>
    run.mapping.set(row && { state: 'linked', siagh: idsOf(row), fingerprint: '', detail }),
  )
}

function deactivate(run: Run, mapping: Mapping): ResultAsync<boolean, SyncError> {
  return safeTry(async function* () {
    const mapped = yield* findMapped(run, mapping)
    if (mapped.is !== 'listed' || !mapped.row.IsActive) return ok(false)
    const { row } = mapped
    // An identity that comes back finds no fingerprint, is written, and so is switched on again.
    const { state, siagh, detail } = mapping
    const intent = { state, fingerprint: '', detail: { ...detail, deactivated: true }, ...(siagh && { siagh }) }
    const fields = { ...fieldsOfRow(row, run.key.id, run.rules), isactive: false }
    yield* changeContact(run, { row, fields, intent })
    return ok(true)
  })
}
