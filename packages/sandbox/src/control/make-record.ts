import type { SimulatedCrm } from '../crm/create-crm'
import type { CrmKind } from '../crm/crm-objects'
import { readFields } from '../crm/read-fields'
import { sampleCompanies } from '../samples/sample-companies'
import { sampleDocuments } from '../samples/sample-documents'
import { samplePeople } from '../samples/sample-people'

/** Makes records in the CRM: of the fields that are given, and of a made-up sample where none are. */
export interface RecordMaker {
  /** The new object's `crmId`, or `undefined` where a field is of the wrong type. */
  readonly make: (kind: CrmKind, body: unknown) => string | undefined
}

const isEmpty = (body: unknown): boolean =>
  body === undefined || (typeof body === 'object' && body !== null && Object.keys(body).length === 0)

/** Every sample is another one; a sample document goes to the newest identity, or to a new person where there is none. */
export const createRecordMaker = (crm: SimulatedCrm, seed: number): RecordMaker => {
  let made = 0

  const customer = (): string => crm.identities().at(-1)?.crmId ?? crm.createPerson(samplePeople(1, seed)[0] ?? {})
  const sampleOf = (kind: CrmKind): string => {
    made += 1
    switch (kind) {
      case 'person':
        return crm.createPerson(samplePeople(made, seed).at(-1) ?? {})
      case 'organization':
        return crm.createOrganization(sampleCompanies(made, seed).at(-1) ?? {})
      case 'invoice':
        return crm.createInvoice(sampleDocuments(made, [customer()], seed).at(-1) ?? {})
      case 'quote':
        return crm.createQuote(sampleDocuments(made, [customer()], seed).at(-1) ?? {})
    }
  }
  const created = <T>(fields: T | string, create: (fields: T) => string): string | undefined =>
    typeof fields === 'string' ? undefined : create(fields)

  return {
    make: (kind, body) => {
      if (isEmpty(body)) return sampleOf(kind)
      switch (kind) {
        case 'person':
          return created(readFields(kind, body), crm.createPerson)
        case 'organization':
          return created(readFields(kind, body), crm.createOrganization)
        case 'invoice':
          return created(readFields(kind, body), crm.createInvoice)
        case 'quote':
          return created(readFields(kind, body), crm.createQuote)
      }
    },
  }
}
