import { readGuid, type ContactTable, type FetchedIdentity } from '@siagh-sync/sync-core/matching'
import { finding, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'

/** What the `refId`s of identities name. */
export interface RefIdCounts {
  readonly recordIds: number
  /** The `tmpid` of a contact, which older integrations wrote there. */
  readonly tmpids: number
  /** A GUID that no contact has. */
  readonly unknown: number
  /** Another text. */
  readonly texts: number
}

/** Counts what the `refId`s name. */
export function countRefIds(identities: readonly FetchedIdentity[], contacts: ContactTable): RefIdCounts {
  const counts = { recordIds: 0, tmpids: 0, unknown: 0, texts: 0 }
  for (const { identity } of identities) {
    const { refId = '' } = identity
    if (refId.trim() === '') continue
    const guid = readGuid(refId)
    if (contacts.byRecordId(guid ?? refId)) counts.recordIds += 1
    else if (guid === null) counts.texts += 1
    else if (contacts.byTmpid(guid).length > 0) counts.tmpids += 1
    else counts.unknown += 1
  }
  return counts
}

/** What follows from the `refId`s. */
export function judgeRefIds({ recordIds, tmpids, unknown, texts }: RefIdCounts): Finding {
  const seen = probeSaying('probe_ref_ids', { recordIds, tmpids, unknown, texts })
  if (recordIds + tmpids + unknown + texts === 0) {
    return finding('ref_id', 'unseen', probeSaying('probe_no_ref_ids'), probeSaying('probe_ref_id_empty'))
  }
  if (unknown > 0) return finding('ref_id', 'differs', seen, probeSaying('probe_ref_id_unknown'))
  return finding('ref_id', tmpids > 0 ? 'differs' : 'holds', seen, probeSaying('probe_ref_id_fine'))
}
