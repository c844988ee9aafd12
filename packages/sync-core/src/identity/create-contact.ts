import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { busy } from '../run/busy'
import { writeOnce } from '../write-once'
import { rowOfFields } from './contact-fields'
import type { ContactList } from '../matching/contact-list'
import { linkedTo } from './contact-mapping'
import { intentTo } from './create-intent'
import { newContact } from './merge-contact'
import type { Target } from './target'
import { worded } from '../messages/core-messages'

/** Makes the contact. A run that finds the record interrupted here looks for the contact instead of making a second one. */
export function createContact(run: Run, target: Target, list: ContactList): ResultAsync<void, SyncError> {
  const { forms, organizationTowardType } = run.rules
  const fields = newContact(target.draft, run.key.id)
  return safeTry(async function* () {
    yield* run.claim.confirmLogin(run.context.siagh)
    const { code } = yield* writeOnce(run, {
      kind: 'make_contact',
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

/** The contact is found by its mark in the next run, which puts the other mapping right if it can. */
function unlessTaken(error: SyncError): SyncError {
  if (error.kind !== 'ambiguous_match') return error
  return busy(worded('code_given_to_linked'))
}
