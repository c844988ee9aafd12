import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { saveMapping } from '../handle/save-mapping'
import type { Mapping } from '../ports/store'
import type { Outcome, Warning } from '../types'
import { fieldsOfRow, rowOfFields } from './contact-fields'
import { contactForm } from './target'

/** The identity is no longer in the CRM. Its contact stays in Siagh; by rule it is switched off, once. */
export function leaveContact(run: Run, mapping: Mapping | null): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const linked = mapping?.state === 'linked' ? mapping : null
    const toDeactivate = linked && run.rules.contact.onDelete === 'deactivate' && linked.detail['deactivated'] !== true
    if (toDeactivate) yield* deactivate(run, linked)
    const warnings: Warning[] = toDeactivate ? ['contact_deactivated'] : []
    const { kind, id } = run.key
    return ok({ kind, id, outcome: 'gone' as const, warnings, ...(linked?.siagh && { siagh: linked.siagh }) })
  })
}

function deactivate(run: Run, mapping: Mapping): ResultAsync<Mapping, SyncError> {
  const { organizationTowardType, contactListMaxAgeMs } = run.rules
  return safeTry(async function* () {
    const list = yield* run.contacts.read(run.siagh, run.clock.now() - contactListMaxAgeMs)
    const row = list.byCode(Number(mapping.siagh?.code))
    if (row?.IsActive) {
      const fields = { ...fieldsOfRow(row, run.key.id, organizationTowardType), isactive: false }
      yield* run.siagh.updateContact(row.Code, fields, contactForm(run.rules))
      run.contacts.remember(rowOfFields(row.Code, fields, row, organizationTowardType))
    }
    // The empty fingerprint makes an identity that comes back be written, and so switched on again.
    const { state, siagh, detail } = mapping
    const draft = { state, fingerprint: '', detail: { ...detail, deactivated: true }, ...(siagh && { siagh }) }
    return ok(yield* saveMapping(run, draft, mapping))
  })
}
