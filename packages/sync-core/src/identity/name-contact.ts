import { ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { saveMapping } from '../run/save-mapping'
import { locateMapped } from './locate-mapped'

/** The mapping with the contact's `RecordId`, where the list tells it by now. */
export function nameContact(run: Run, mapping: Mapping): ResultAsync<Mapping, SyncError> {
  const { siagh } = mapping
  if (!siagh || siagh.recordId !== undefined) return okAsync(mapping)
  return safeTry(async function* () {
    const list = yield* run.contacts.read(run.siagh, run.clock.now() - run.rules.contactListMaxAgeMs)
    const mapped = locateMapped(list, mapping)
    const recordId = mapped.is === 'listed' ? mapped.row.RecordId : ''
    return recordId ? saveOver(run, mapping, { siagh: { ...siagh, recordId } }) : ok(mapping)
  })
}

/** Changes a mapping whose contact is not written, so that the process that wrote the contact last still counts as the last. */
export function saveOver(
  run: Run,
  { version, state, siagh, fingerprint, detail }: Mapping,
  change: Partial<Pick<Mapping, 'siagh' | 'detail'>>,
): ResultAsync<Mapping, SyncError> {
  const draft = { state, fingerprint, detail, ...(siagh && { siagh }), ...change }
  return saveMapping(run, draft, { version }).map((saved) => {
    const code = Number(siagh?.code)
    if (run.contacts.wroteLast(code, version)) run.contacts.recorded(code, saved.version)
    return saved
  })
}
