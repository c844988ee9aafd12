import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { saveMapping } from '../handle/save-mapping'
import { withdrawIntent } from '../handle/withdraw-intent'
import type { Mapping } from '../ports/store'
import { rowOfFields } from './contact-fields'
import { likenessOf, type CreateIntent } from './find-contact-of-intent'
import { newContact } from './merge-contact'
import { contactForm, linkedTo, type Target } from './target'

/**
 * Makes the contact. What is about to be sent is stored before it leaves, so that a run that finds the record in this state can
 * look for the contact instead of making a second one.
 */
export function createContact(
  run: Run,
  mapping: Mapping | null,
  target: Target,
  highestCode: number,
): ResultAsync<Mapping, SyncError> {
  const fields = newContact(target.draft, run.key.id)
  const intent: CreateIntent = { at: run.clock.now(), highestCode, likeness: likenessOf(fields) }
  return safeTry(async function* () {
    const detail = { ...intent, type: target.type }
    const stored = yield* saveMapping(run, { state: 'intent', fingerprint: '', detail }, mapping)
    const created = await run.siagh.createContact(fields, contactForm(run.rules))
    if (created.isErr()) return err(yield* withdrawIntent(run, stored, created.error))

    const { code } = created.value
    run.contacts.remember(rowOfFields(code, fields, undefined, run.rules.organizationTowardType))
    return ok(yield* saveMapping(run, linkedTo({ code: String(code) }, target), stored))
  })
}
