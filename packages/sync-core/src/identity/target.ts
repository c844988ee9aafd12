import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { MappingDetail, MappingDraft } from '../ports/store'
import type { Rules } from '../rules'
import type { SiaghIds } from '../types'
import { filledFields } from './contact-fields'
import type { FetchedIdentity } from './fetch-identity'
import type { WrittenBefore } from './merge-contact'
import type { ContactDraft, ContactFieldName } from './contact-draft'

/** What has to stand in Siagh when the run ends. */
export interface Target extends FetchedIdentity {
  readonly draft: ContactDraft
  readonly fingerprint: string
}

/** The mapping of an identity whose contact is as the target wants it. */
export function linkedTo(siagh: SiaghIds, { type, draft, fingerprint }: Target): Omit<MappingDraft, 'key'> {
  return { state: 'linked', siagh, fingerprint, detail: { type, filled: filledFields(textsOf(draft)) } }
}

/** The ids of a contact; a contact that was just made has no `RecordId` yet. */
export function idsOf(row: SiaghUser): SiaghIds {
  return { code: String(row.Code), ...(row.RecordId && { recordId: row.RecordId }) }
}

/** Reads what `linkedTo` and a deactivation have kept. */
export function writtenBefore(detail: MappingDetail | undefined): WrittenBefore {
  const filled = detail?.['filled']
  return { filled: Array.isArray(filled) ? filled.map(String) : [], deactivated: detail?.['deactivated'] === true }
}

/** Nothing but the contact form of the site, where it has one of its own. */
export function contactForm({ forms }: Rules): { formId: string } {
  return { formId: forms.contact }
}

function textsOf({ fields }: ContactDraft): Record<ContactFieldName, string> {
  const { taraftype: _, ...texts } = fields
  return texts
}
