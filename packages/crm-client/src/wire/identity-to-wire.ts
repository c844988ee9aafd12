import type { components } from '../generated/payamgostar'
import type { NewOrganization, NewPerson, Organization, Person } from '../types'
import { formatTehranTime } from './tehran-time'

type Wire = components['schemas']

/** The fields with another form in the request than in our types. */
type Sendable = Partial<
  Pick<
    Person,
    | 'birthDate'
    | 'creatDate'
    | 'modifyDate'
    | 'phoneContacts'
    | 'addressContacts'
    | 'firstName'
    | 'categories'
    | 'extendedProperties'
  >
>

/** The request bodies of create and update. Dates become Asia/Tehran local time. Everything else is sent as given. */
export const toWire = {
  newPerson: (person: NewPerson): Wire['PersonContent'] => sendable(person),
  person: (person: Person): Wire['Person'] => sendable(person),
  newOrganization: (organization: NewOrganization): Wire['OrganizationContent'] => sendable(organization),
  organization: (organization: Organization): Wire['Organization'] => sendable(organization),
}

function sendable<T extends Sendable>(identity: T) {
  const { birthDate, creatDate, modifyDate, phoneContacts, addressContacts, categories, extendedProperties, ...rest } =
    identity
  return {
    ...rest,
    ...(birthDate && { birthDate: formatTehranTime(birthDate) }),
    ...(creatDate && { creatDate: formatTehranTime(creatDate) }),
    ...(modifyDate && { modifyDate: formatTehranTime(modifyDate) }),
    ...(phoneContacts && { phoneContacts: [...phoneContacts] }),
    ...(addressContacts && { addressContacts: [...addressContacts] }),
    ...(categories && { categories: [...categories] }),
    ...(extendedProperties && { extendedProperties: [...extendedProperties] }),
  }
}
