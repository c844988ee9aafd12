import { okAsync, type ResultAsync } from 'neverthrow'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import { fingerprintOf } from '../fingerprint'
import { isAsImported } from '../matching/as-imported'
import { isSameId } from '../key'
import type { Mapping } from '../ports/store'
import type { WhenRecorded } from '../run/mapping-record'
import { changeContact, type ContactWriter } from './change-contact'
import { fieldsOfRow } from './contact-fields'
import { beingWritten, idsOf, linkedTo, typeOf, writtenBefore } from './contact-mapping'
import { emptiedBy, mergeContact } from './merge-contact'
import type { Target } from './target'

/**
 * Makes an existing contact equal to what the CRM says.
 *
 * The mapping is saved before the write, without a fingerprint. So of two identities with the same contact the second
 * one fails here. A worker that has lost its lease fails here too. A write of unknown end is made again.
 *
 * If a contact is new to this identity and already equal, it is not written. Then the second of two identities fails
 * when its run ends.
 */
export function updateContact(
  run: ContactWriter,
  mapping: Mapping | null,
  target: Target,
  row: SiaghUser,
): ResultAsync<'updated' | 'linked', SyncError> {
  const isLinked = isContactOf(mapping, row)
  const writtenLast = writtenBefore(mapping)
  const held = fieldsOfRow(row, run.key.id, run.rules)
  const fields = mergeContact(held, target.draft, writtenLast, run.rules)
  const before = { ...writtenLast, emptied: emptiedBy(held, fields, writtenLast, run.rules) }
  const ids = { ...(isLinked && mapping?.siagh), ...idsOf(row) }
  const counterpart = linkedTo(ids, target, before)
  const whenRecorded: WhenRecorded = { recorded: ({ version }) => run.contacts.recorded(row.Code, version) }

  // Another process may have written since this list was read. So the comparison is proof only for a contact that
  // siagh-sync has not written yet. A contact that an import has brought into the CRM may be spelt differently there.
  // That is not a change. What siagh-sync has sent tells the type of a contact more surely than the list, whose
  // `TowardType` may be reversed.
  const isOtherType = (typeOf(mapping) ?? target.type) !== target.type
  const isSame = () => fingerprintOf(fields) === fingerprintOf(held) || isAsImported(row, target, run.rules)
  if (!isLinked && !isOtherType && isSame()) {
    run.mapping.set(counterpart, whenRecorded)
    return okAsync('linked' as const)
  }
  const intent = beingWritten(ids, target, before)
  return changeContact(run, { row, fields, intent, counterpart, whenRecorded }).map(() => 'updated' as const)
}

/**
 * If the mapping has a `RecordId`, the `RecordId` decides: Siagh can give the `Code` of a deleted contact to a new
 * contact.
 */
function isContactOf(mapping: Mapping | null, row: SiaghUser): boolean {
  if (mapping?.state !== 'linked' || !mapping.siagh) return false
  const { code, recordId } = mapping.siagh
  return recordId === undefined ? code === String(row.Code) : isSameId(recordId, row.RecordId)
}
