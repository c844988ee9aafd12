import type { SimulatedSiagh } from '../siagh/create-siagh'
import { recordedContacts } from './recorded-contacts'
import { sampleContacts } from './sample-contacts'

/** Codes of the contacts at the start count up from here, below those that the API gives. */
const firstCode = 20

/** Fills Siagh: nothing for 0, the recorded contacts and a few more for `sample`, else that many, the administrator included. */
export const seedContacts = (
  siagh: Pick<SimulatedSiagh, 'addContact'>,
  contacts: number | 'sample',
  seed: number,
): void => {
  if (contacts === 0) return
  const recorded = contacts === 'sample' ? recordedContacts : recordedContacts.slice(0, 1)
  const others = contacts === 'sample' ? 5 : contacts - recorded.length
  for (const contact of recorded) siagh.addContact(contact)
  sampleContacts(others, seed).forEach((contact, index) => siagh.addContact({ Code: firstCode + index, ...contact }))
}
