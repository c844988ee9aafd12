import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Draft, WhenRecorded } from '../run/mapping-record'
import { writeOnce, type Writer } from '../write-once'
import { fieldsOfRow, rowOfFields } from './contact-fields'

/** A contact to be written, with its mapping before and after the write. */
export interface ContactChange {
  readonly row: SiaghUser
  readonly fields: ContactFields
  readonly intent: Draft
  /** Absent: the intent already says everything. */
  readonly counterpart?: Draft
  readonly whenRecorded?: WhenRecorded
}

/** What a run needs to write a contact. */
export type ContactWriter = Writer &
  Pick<Run, 'key' | 'siagh' | 'mapping' | 'gate' | 'contacts' | 'login' | 'trigger' | 'updates'>

/** Writes an existing contact. All readers of the list see the change at once. */
export function changeContact(
  run: ContactWriter,
  { row, fields, intent, counterpart, whenRecorded }: ContactChange,
): ResultAsync<void, SyncError> {
  const { forms, organizationTowardType } = run.rules
  const before = fieldsOfRow(row, run.key.id, run.rules)
  return safeTry(async function* () {
    yield* run.login.confirm()
    const write = () =>
      writeOnce(run, {
        kind: 'change_contact',
        planned: { write: 'change_contact', code: String(row.Code), fields, before },
        intent,
        send: (mayLeave) => run.siagh.updateContact(row.Code, fields, { formId: forms.contact, mayLeave }),
        counterpart: () => counterpart,
        ...(whenRecorded && { whenRecorded }),
      })
    yield* run.updates.update(run, row.Code, write)
    run.contacts.remember(rowOfFields(row.Code, fields, row, organizationTowardType))
    return ok(undefined)
  })
}
