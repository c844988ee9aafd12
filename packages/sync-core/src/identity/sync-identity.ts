import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { fingerprintOf } from '../fingerprint'
import type { Hints } from '../handle/hints'
import { unknownRecord } from '../handle/unknown-record'
import type { Mapping } from '../ports/store'
import type { IdentityType, Outcome } from '../types'
import { createContact } from './create-contact'
import { fetchIdentity } from './fetch-identity'
import { leaveContact } from './leave-contact'
import { matchContact } from './match-contact'
import type { Target } from './target'
import { toContact } from './to-contact'
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

    const transform = run.rules.toContact ?? toContact
    const draft = yield* transform(fetched.identity, fetched.type, run.rules)
    const target = { ...fetched, draft, fingerprint: fingerprintOf(draft.fields) }
    const written = yield* writeContact(run, mapping, target)
    yield* writeBackRecordId(run, fetched, written.mapping)

    const { kind, id } = run.key
    const { siagh } = written.mapping
    return ok({ kind, id, outcome: written.outcome, warnings: draft.warnings, ...(siagh && { siagh }) })
  })
}

function writeContact(run: Run, mapping: Mapping | null, target: Target): ResultAsync<WrittenContact, SyncError> {
  if (mapping?.state === 'linked' && mapping.fingerprint === target.fingerprint) {
    return okAsync({ outcome: 'unchanged', mapping })
  }
  return matchContact(run, target.identity, mapping).andThen((match) =>
    match.row
      ? updateContact(run, mapping, target, match.row)
      : createContact(run, mapping, target, match.highestCode).map((created): WrittenContact => ({
          outcome: 'created',
          mapping: created,
        })),
  )
}

function typeOf(mapping: Mapping | null): IdentityType | undefined {
  const type = mapping?.detail['type']
  return type === 'person' || type === 'organization' ? type : undefined
}
