import type { components } from '../generated/payamgostar'
import type { NewOrganization, NewPerson, Organization, Person } from '../types'
import { formatTehranTime } from './tehran-time'

type Wire = components['schemas']

/** Every kind of identity that is sent, as far as its form on the wire differs from ours. */
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

/** The bodies that create and update take: dates as Asia/Tehran local time, everything else as given. */
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
