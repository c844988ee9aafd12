import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { Hints } from '../run/hints'
import { unknownRecord } from '../run/unknown-record'
import type { Outcome } from '../types'
import { typeOf } from './contact-mapping'
import { createContact } from './create-contact'
import { draftContact } from './draft-contact'
import { fetchIdentity } from './fetch-identity'
import { leaveContact } from './leave-contact'
import { matchContact } from './match-contact'
import { nameContact } from './name-contact'
import { targetOf, type Target } from './target'
import { updateContact, type WrittenContact } from './update-contact'
import { writeBackRecordId } from './write-back'

/** Brings one person or organization into Siagh: fetch, transform, match, write, record. */
export function syncIdentity(run: Run, hints: Hints): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const mapping = yield* run.store.mappings.get(run.key)
    const type = hints.type ?? typeOf(mapping)
    const fetched = yield* fetchIdentity(run, { ...hints, ...(type && { type }) })
    if (!fetched && !mapping && hints.event !== 'delete') return err(unknownRecord(run.key))
    if (!fetched) return ok(yield* leaveContact(run, mapping))

    const draft = yield* draftContact(fetched, run.rules)
    const written = yield* writeContact(run, mapping, targetOf(fetched, draft, run.rules))
    const named = run.trigger === 'revisit' ? yield* nameContact(run, written.mapping) : written.mapping
    const unwritten = yield* writeBackRecordId(run, fetched, named)

    const { kind, id } = run.key
    const { siagh } = named
    const warnings = [...draft.warnings, ...unwritten]
    return ok({ kind, id, outcome: written.outcome, warnings, ...(siagh && { siagh }) })
  })
}

function writeContact(run: Run, mapping: Mapping | null, target: Target): ResultAsync<WrittenContact, SyncError> {
  if (mapping?.state === 'linked' && mapping.fingerprint === target.fingerprint) {
    return okAsync({ outcome: 'unchanged', mapping })
  }
  return safeTry(async function* () {
    const match = yield* matchContact(run, target.identity, mapping)
    if (match.row) return ok(yield* updateContact(run, mapping, target, match.row))
    const created = yield* createContact(run, mapping, target, match.list)
    return ok<WrittenContact>({ outcome: 'created', mapping: created })
  })
}
