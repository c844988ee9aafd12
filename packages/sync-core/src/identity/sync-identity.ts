import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Hints } from '../run/hints'
import { unknownRecord } from '../run/unknown-record'
import type { Outcome, OutcomeKind } from '../types'
import { typeOf } from './contact-mapping'
import { createContact } from './create-contact'
import { draftContact } from './draft-contact'
import { fetchIdentity } from './fetch-identity'
import { leaveContact } from './leave-contact'
import { matchContact } from './match-contact'
import { nameContact } from './name-contact'
import { targetOf, type Target } from './target'
import { updateContact } from './update-contact'
import { writeBackRecordId } from './write-back'

/** Brings one person or organization into Siagh: fetch, transform, match, write. */
export function syncIdentity(run: Run, hints: Hints): ResultAsync<Outcome, SyncError> {
  return safeTry(async function* () {
    const mapping = run.mapping.current()
    const type = hints.type ?? typeOf(mapping)
    const fetched = yield* fetchIdentity(run, { ...hints, ...(type && { type }) })
    if (!fetched && !mapping && hints.event !== 'delete') return err(unknownRecord(run.key))
    if (!fetched) return ok(yield* leaveContact(run))

    const isWanted = mapping !== null || hints.isCustomer === true
    const isAccepted = isWanted || run.rules.contact.accept(fetched.identity, fetched.type)
    // The customer of an accepted document is brought, also if an operator has to release the contact first.
    if (!isAccepted && !(yield* run.gate.isAwaited())) return ok(skipped(run))

    const draft = yield* draftContact(fetched, run.rules)
    const outcome = yield* writeContact(run, targetOf(fetched, draft, run.rules))
    if (run.trigger === 'revisit') yield* nameContact(run)
    const unwritten = yield* writeBackRecordId(run, fetched)

    const { kind, id } = run.key
    const siagh = run.mapping.current()?.siagh
    const warnings = [...draft.warnings, ...unwritten]
    return ok({ kind, id, outcome, warnings, ...(siagh && { siagh }) })
  })
}

function skipped({ key: { kind, id } }: Pick<Run, 'key'>): Outcome {
  return { kind, id, outcome: 'skipped', warnings: [] }
}

function writeContact(run: Run, target: Target): ResultAsync<OutcomeKind, SyncError> {
  return safeTry(async function* () {
    const mapping = run.mapping.current()
    if (mapping?.state === 'linked' && mapping.fingerprint === target.fingerprint) return ok('unchanged' as const)
    const match = yield* matchContact(run, target.identity, mapping)
    if (match.row) return ok(yield* updateContact(run, mapping, target, match.row))
    yield* createContact(run, target, match.list)
    return ok('created' as const)
  })
}
