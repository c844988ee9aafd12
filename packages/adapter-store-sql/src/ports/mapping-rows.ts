import type { Mapping, MappingDetail, MappingDraft, SiaghIds } from '@siagh-sync/sync-core'
import { toColumns, toKey } from '../key-columns'
import type { MappingRow } from '../queries/mappings'
import type { MappingTable } from '../schema'

/** The row of a mapping at `version`. */
export function toMappingRow(draft: MappingDraft, version: number): MappingRow {
  const { key, siagh } = draft
  return {
    ...toColumns(key),
    target: key.kind === 'identity' ? 'contact' : 'pre-invoice',
    state: draft.state,
    code: siagh?.code ?? null,
    record_id: siagh?.recordId ?? null,
    record_id_lower: siagh?.recordId?.toLowerCase() ?? null,
    number: siagh?.number ?? null,
    fingerprint: draft.fingerprint,
    detail_json: JSON.stringify(draft.detail),
    version,
  }
}

/** The mapping of a row. */
export function toMapping(row: MappingTable): Mapping {
  const siagh = toSiaghIds(row)
  return {
    key: toKey(row),
    state: row.state,
    ...(siagh !== undefined && { siagh }),
    fingerprint: row.fingerprint,
    detail: JSON.parse(row.detail_json) as MappingDetail,
    version: row.version,
    updatedAt: row.updated_at,
  }
}

function toSiaghIds({ code, record_id: recordId, number }: MappingTable): SiaghIds | undefined {
  if (code === null) return undefined
  return { code, ...(recordId !== null && { recordId }), ...(number !== null && { number }) }
}
