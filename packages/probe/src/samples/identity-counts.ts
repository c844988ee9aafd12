import type { Organization, Person } from '@siagh-sync/crm-client'
import type { FetchedIdentity } from '@siagh-sync/sync-core/matching'
import { countLabels, type LabelCount } from '../label-counts'

/** What occurs among the identities that were read. */
export interface IdentityCounts {
  readonly persons: number
  readonly organizations: number
  readonly typeCodes: readonly LabelCount[]
  /** The Persian names of the types, which webhooks tell as `subtype`. */
  readonly typeNames: readonly LabelCount[]
  readonly categories: readonly LabelCount[]
  /** The keys of custom fields that are filled. */
  readonly customFields: readonly LabelCount[]
  readonly withCustomerNumber: number
  readonly withRefId: number
  readonly withNationalCode: number
}

/** Counts what occurs. */
export function countIdentities(identities: readonly FetchedIdentity[]): IdentityCounts {
  const records = identities.map(({ identity }) => identity)
  const having = (field: 'customerNumber' | 'refId' | 'nationalCode') =>
    records.filter((identity) => (identity[field] ?? '') !== '').length
  return {
    persons: identities.filter(({ type }) => type === 'person').length,
    organizations: identities.filter(({ type }) => type === 'organization').length,
    typeCodes: countLabels(records.map(({ crmObjectTypeCode }) => crmObjectTypeCode)),
    typeNames: countLabels(records.flatMap(typeNameOf)),
    categories: countLabels(records.flatMap(({ categories = [] }) => categories.map(({ name, key }) => name ?? key))),
    customFields: customFieldsOf(records),
    withCustomerNumber: having('customerNumber'),
    withRefId: having('refId'),
    withNationalCode: having('nationalCode'),
  }
}

/** The keys of the custom fields that are filled in some of the records. */
export function customFieldsOf(records: readonly Pick<Person, 'extendedProperties'>[]): readonly LabelCount[] {
  const filled = records.flatMap(({ extendedProperties = [] }) =>
    extendedProperties.filter(({ value }) => value !== null && value !== undefined && value !== ''),
  )
  return countLabels(filled.map(({ userKey, name }) => userKey ?? name ?? ''))
}

/** Fields that are not listed pass the client unchanged. */
function typeNameOf(identity: Person | Organization): readonly string[] {
  const { identityTypeName: name }: Partial<Record<'identityTypeName', unknown>> = identity as object
  return typeof name === 'string' && name !== '' ? [name] : []
}
