import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { locateMapped } from '../matching/locate-mapped'

/** Records the contact's `RecordId`, if the list shows it now. */
export function nameContact(run: Pick<Run, 'mapping' | 'contacts' | 'clock' | 'rules'>): ResultAsync<void, SyncError> {
  return safeTry(async function* () {
    const mapping = run.mapping.current()
    const siagh = mapping?.siagh
    if (!siagh || siagh.recordId !== undefined) return ok(undefined)
    const list = yield* run.contacts.read(run.clock.now() - run.rules.contactListMaxAgeMs)
    const mapped = locateMapped(list, mapping)
    const recordId = mapped.is === 'listed' ? mapped.row.RecordId : ''
    if (recordId) amendMapping(run, mapping, { siagh: { ...siagh, recordId } })
    return ok(undefined)
  })
}

/**
 * Changes a mapping without writing the contact. The process that wrote the contact last still counts as the last
 * writer.
 */
export function amendMapping(
  run: Pick<Run, 'mapping' | 'contacts'>,
  { version, state, siagh, fingerprint, detail }: Mapping,
  change: Partial<Pick<Mapping, 'siagh' | 'detail'>>,
): void {
  const draft = { state, fingerprint, detail, ...(siagh && { siagh }), ...change }
  const code = Number(siagh?.code)
  const wroteLast = run.contacts.wroteLast(code, version)
  run.mapping.set(draft, wroteLast ? { recorded: (saved) => run.contacts.recorded(code, saved.version) } : {})
}
