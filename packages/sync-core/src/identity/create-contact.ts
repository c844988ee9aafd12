import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'
import { busy } from '../run/busy'
import { writeOnce } from '../write-once'
import type { ContactWriter } from './change-contact'
import { rowOfFields } from './contact-fields'
import type { ContactList } from '../matching/contact-list'
import { linkedTo } from './contact-mapping'
import { intentTo } from './create-intent'
import { newContact } from './merge-contact'
import type { Target } from './target'
import { worded } from '../messages/core-messages'

/**
 * Creates the contact. If the run is interrupted here, the next run looks for the contact and does not create a
 * second one.
 */
export function createContact(run: ContactWriter, target: Target, list: ContactList): ResultAsync<void, SyncError> {
  const { forms, organizationTowardType } = run.rules
  const fields = newContact(target.draft, run.key.id)
  return safeTry(async function* () {
    yield* run.login.confirm()
    const { code } = yield* writeOnce(run, {
      kind: 'make_contact',
      planned: { write: 'make_contact', fields },
      intent: intentTo(fields, target, list),
      send: (mayLeave) => run.siagh.createContact(fields, { formId: forms.contact, mayLeave }),
      counterpart: ({ code: made }) => linkedTo({ code: String(made) }, target),
      whenRecorded: {
        recorded: ({ siagh, version }) => run.contacts.recorded(Number(siagh?.code), version),
        failure: unlessTaken,
      },
    })
    run.contacts.remember(rowOfFields(code, fields, undefined, organizationTowardType))
    return ok(undefined)
  })
}

/** The next run finds the contact by its `tmpid` and corrects the other mapping if that is possible. */
function unlessTaken(error: SyncError): SyncError {
  if (error.kind !== 'ambiguous_match') return error
  return busy(worded('code_given_to_linked'))
}
