import type { Random } from '../random'
import type { SiaghSide } from '../siagh/create-siagh'
import { recordedContacts } from './recorded-contacts'

/** Fills Siagh with contacts. */
export const seedContacts = (siagh: SiaghSide, contacts: number | 'sample', _random: Random): void => {
  if (contacts === 'sample') for (const contact of recordedContacts) siagh.addContact(contact)
}
