import type { ResultAsync } from 'neverthrow'
import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { guardWrite } from '../run/hold'
import { rowOfFields } from './contact-fields'

/** Writes an existing contact, and lets everybody who reads the list see it at once. */
export function writeFields(run: Run, row: SiaghUser, fields: ContactFields): ResultAsync<void, SyncError> {
  const { forms, organizationTowardType } = run.rules
  const guard = guardWrite(run)
  const write = () =>
    run.siagh
      .updateContact(row.Code, fields, { formId: forms.contact, mayLeave: guard.mayLeave })
      .map(() => {
        run.contacts.remember(rowOfFields(row.Code, fields, row, organizationTowardType))
      })
      .mapErr(guard.reasonOf)
  return run.claim.confirmLogin(run.context.siagh).andThen(write)
}
