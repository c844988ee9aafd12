import type { Organization, Person } from '@siagh-sync/crm-client'
import type { FetchedIdentity } from '@siagh-sync/sync-core/matching'
import { tally, type Tally } from '../tally'

/** What occurs among the identities that were read. */
export interface IdentityCounts {
  readonly persons: number
  readonly organizations: number
  readonly typeCodes: readonly Tally[]
  /** The Persian names of the types, which webhooks tell as `subtype`. */
  readonly typeNames: readonly Tally[]
  readonly categories: readonly Tally[]
  /** The keys of custom fields that are filled. */
  readonly customFields: readonly Tally[]
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
    typeCodes: tally(records.map(({ crmObjectTypeCode }) => crmObjectTypeCode)),
    typeNames: tally(records.flatMap(typeNameOf)),
    categories: tally(records.flatMap(({ categories = [] }) => categories.map(({ name, key }) => name ?? key))),
    customFields: customFieldsOf(records),
    withCustomerNumber: having('customerNumber'),
    withRefId: having('refId'),
    withNationalCode: having('nationalCode'),
  }
}

/** The keys of the custom fields that are filled in some of the records. */
export function customFieldsOf(records: readonly Pick<Person, 'extendedProperties'>[]): readonly Tally[] {
  const filled = records.flatMap(({ extendedProperties = [] }) =>
    extendedProperties.filter(({ value }) => value !== null && value !== undefined && value !== ''),
  )
  return tally(filled.map(({ userKey, name }) => userKey ?? name ?? ''))
}

/** Fields that are not listed pass the client unchanged. */
function typeNameOf(identity: Person | Organization): readonly string[] {
  const { identityTypeName: name }: Partial<Record<'identityTypeName', unknown>> = identity as object
  return typeof name === 'string' && name !== '' ? [name] : []
}
