import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Draft, WhenRecorded } from '../run/mapping-record'
import { writeOnce } from '../write-once'
import { rowOfFields } from './contact-fields'

/** A contact that is to be written, and its mapping before and after that. */
export interface ContactChange {
  readonly row: SiaghUser
  readonly fields: ContactFields
  readonly intent: Draft
  /** Absent: the intent says it all. */
  readonly counterpart?: Draft
  readonly whenRecorded?: WhenRecorded
}

/** Writes an existing contact, and lets everybody who reads the list see it at once. */
export function changeContact(
  run: Run,
  { row, fields, intent, counterpart, whenRecorded }: ContactChange,
): ResultAsync<void, SyncError> {
  const { forms, organizationTowardType } = run.rules
  return safeTry(async function* () {
    yield* run.claim.confirmLogin(run.context.siagh)
    yield* writeOnce(run, {
      kind: 'change_contact',
      intent,
      send: (mayLeave) => run.siagh.updateContact(row.Code, fields, { formId: forms.contact, mayLeave }),
      counterpart: () => counterpart,
      ...(whenRecorded && { whenRecorded }),
    })
    run.contacts.remember(rowOfFields(row.Code, fields, row, organizationTowardType))
    return ok(undefined)
  })
}
