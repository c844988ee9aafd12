import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { checkLease, guardWrite } from '../run/hold'
import { keepTrying } from '../run/keep-trying'
import { saveMapping } from '../run/save-mapping'
import { busy } from '../run/with-lease'
import { mayHaveBeenExecuted, withdrawIntent } from '../run/withdraw-intent'
import { rowOfFields } from './contact-fields'
import type { ContactList } from './contact-list'
import { linkedTo } from './contact-mapping'
import { intentTo } from './create-intent'
import { newContact } from './merge-contact'
import type { Target } from './target'

/**
 * Makes the contact. What is about to be sent is stored before it leaves, so that a run that finds the record in this state can
 * look for the contact instead of making a second one.
 */
export function createContact(
  run: Run,
  mapping: Mapping | null,
  target: Target,
  list: ContactList,
): ResultAsync<Mapping, SyncError> {
  const { forms, organizationTowardType } = run.rules
  const fields = newContact(target.draft, run.key.id)
  return safeTry(async function* () {
    yield* run.claim.confirmLogin(run.context.siagh)
    yield* checkLease(run)
    const intent = yield* saveMapping(run, intentTo(fields, target, list), mapping)
    const guard = guardWrite(run)
    const created = await run.siagh.createContact(fields, { formId: forms.contact, mayLeave: guard.mayLeave })
    if (created.isErr()) return err(guard.reasonOf(yield* afterFailure(run, intent, created.error)))

    const { code } = created.value
    run.contacts.remember(rowOfFields(code, fields, undefined, organizationTowardType))
    const save = () => saveMapping(run, linkedTo({ code: String(code) }, target), intent)
    const linked = yield* keepTrying(run, save).mapErr(unlessTaken)
    run.contacts.recorded(code, linked.version)
    return ok(linked)
  })
}

/** The contact is found by its mark in the next run, which puts the other mapping right if it can. */
function unlessTaken(error: SyncError): SyncError {
  if (error.kind !== 'ambiguous_match') return error
  return busy('Siagh has given the new contact a code that another identity is linked to; it is looked at again')
}

/** A write whose end is not known may have left just now, long after the intent was stored: it is stored anew, since its age counts. */
function afterFailure(run: Run, intent: Mapping, error: ApiError): ResultAsync<ApiError, SyncError> {
  if (!mayHaveBeenExecuted(error)) return withdrawIntent(run, intent, error)
  return keepTrying(run, () => saveMapping(run, intent, intent)).map(() => error)
}
