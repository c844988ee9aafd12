import { okAsync, type ResultAsync } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { fingerprintOf } from '../fingerprint'
import { isAsImported } from '../matching/as-imported'
import { isSameId } from '../key'
import type { Mapping } from '../ports/store'
import type { WhenRecorded } from '../run/mapping-record'
import { changeContact } from './change-contact'
import { fieldsOfRow } from './contact-fields'
import { beingWritten, idsOf, linkedTo, writtenBefore } from './contact-mapping'
import { mergeContact } from './merge-contact'
import type { Target } from './target'

/**
 * Makes an existing contact equal to what the CRM says. The mapping is saved before the write, without a fingerprint: of two
 * identities that want one contact the second fails here, as does a worker that has lost its lease, and a write whose end
 * is not known is made again. A contact that is new to this identity and found equal is not written, and the second of two identities
 * fails when its run ends.
 */
export function updateContact(
  run: Run,
  mapping: Mapping | null,
  target: Target,
  row: SiaghUser,
): ResultAsync<'updated' | 'linked', SyncError> {
  const isLinked = isContactOf(mapping, row)
  const before = writtenBefore(mapping)
  const held = fieldsOfRow(row, run.key.id, run.rules)
  const fields = mergeContact(held, target.draft, before, run.rules)
  const ids = { ...(isLinked && mapping?.siagh), ...idsOf(row) }
  const counterpart = linkedTo(ids, target, before)
  const whenRecorded: WhenRecorded = { recorded: ({ version }) => run.contacts.recorded(row.Code, version) }

  // Another process may have written since this list was read: only for a contact that nobody has written yet is it proof enough.
  // One that an import has brought into the CRM may be spelt otherwise there, and still is no news.
  const isSame = () => fingerprintOf(fields) === fingerprintOf(held) || isAsImported(row, target, run.rules)
  if (!isLinked && isSame()) {
    run.mapping.set(counterpart, whenRecorded)
    return okAsync('linked' as const)
  }
  const intent = beingWritten(ids, target, before)
  return changeContact(run, { row, fields, intent, counterpart, whenRecorded }).map(() => 'updated' as const)
}

/** The `RecordId` decides where the mapping has one: Siagh can give the `Code` of a deleted contact to a new one. */
function isContactOf(mapping: Mapping | null, row: SiaghUser): boolean {
  if (mapping?.state !== 'linked' || !mapping.siagh) return false
  const { code, recordId } = mapping.siagh
  return recordId === undefined ? code === String(row.Code) : isSameId(recordId, row.RecordId)
}
