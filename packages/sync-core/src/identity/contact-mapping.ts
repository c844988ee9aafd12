import type { SiaghUser } from '@siagh-sync/siagh-client'
import { readGuid } from '../key'
import type { Mapping, MappingDraft } from '../ports/store'
import type { IdentityType, SiaghIds } from '../types'
import { hashesOfMade } from './made-contact'
import type { WrittenBefore } from './merge-contact'
import type { Target } from './target'

/**
 * The mapping of an identity with a contact that is equal to the target. `filled` keeps a field that the CRM has
 * filled before, if the CRM's text was not understood this time.
 */
export function linkedTo(siagh: SiaghIds, target: Target, before?: WrittenBefore): Omit<MappingDraft, 'key'> {
  const { type, filled, fingerprint, draft } = target
  const kept = (draft.unsure ?? []).filter((field) => before?.filled.includes(field))
  const detail = { type, filled: [...filled, ...kept], ...emptiedIn(before), ...knownBy(siagh, target, before) }
  return { state: 'linked', siagh, fingerprint, detail }
}

/**
 * The mapping while a contact is being written. It has no fingerprint, because nobody knows what is in Siagh until
 * the answer comes. `filled` names every field that the last write or this one may have filled.
 */
export function beingWritten(siagh: SiaghIds, target: Target, before: WrittenBefore): Omit<MappingDraft, 'key'> {
  const filled = [...new Set<string>([...before.filled, ...target.filled])]
  const { deactivated } = before
  return {
    state: 'linked',
    siagh,
    fingerprint: '',
    detail: {
      ...{ type: target.type, filled },
      ...(deactivated && { deactivated }),
      ...emptiedIn(before),
      ...knownBy(siagh, target, before),
    },
  }
}

function emptiedIn(before: WrittenBefore | undefined): { readonly emptied?: readonly string[] } {
  return before === undefined || before.emptied.length === 0 ? {} : { emptied: before.emptied }
}

/** What distinguishes the contact from a later one with the same `Code`, while its `RecordId` is unknown. */
function knownBy(
  { recordId }: SiaghIds,
  { draft }: Target,
  before?: WrittenBefore,
): { readonly made?: readonly string[] } {
  if (recordId !== undefined) return {}
  return { made: [...new Set([...(before?.made ?? []), ...hashesOfMade(draft.fields)])] }
}

/** What earlier writes have recorded in a mapping. */
export function writtenBefore(mapping: Pick<Mapping, 'detail'> | null): WrittenBefore {
  const textsIn = (name: string) => {
    const texts = mapping?.detail[name]
    return Array.isArray(texts) ? texts.map(String) : []
  }
  const made = mapping?.detail['made']
  return {
    filled: textsIn('filled'),
    emptied: textsIn('emptied'),
    deactivated: mapping?.detail['deactivated'] === true,
    ...(Array.isArray(made) && { made: made.map(String) }),
  }
}

/** The type of the identity when it was last handled. */
export function typeOf(mapping: Mapping | null): IdentityType | undefined {
  const type = mapping?.detail['type']
  return type === 'person' || type === 'organization' ? type : undefined
}

/** The ids of a contact. A new contact has no `RecordId` yet. */
export function idsOf(row: SiaghUser): SiaghIds {
  return { code: String(row.Code), ...(row.RecordId && { recordId: readGuid(row.RecordId) ?? row.RecordId }) }
}
