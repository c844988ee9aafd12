import type { CrmIdentity, SiaghRow } from '@siagh-sync/sandbox'
import { OLD_CONTACTS } from '../history/records'

/** What Siagh has to say of an identity: the harness's own reading of the field, independent of the product's. */
interface ExpectedContact {
  readonly Name: string
  readonly MobileNo: string
  readonly TelNo: string
  readonly Email: string
  readonly WebSiteAddress: string
  readonly Address: string
  readonly PostalCode: string
  readonly NationalCode: string
  readonly Description: string
  readonly TowardType: boolean
}

const latin = (text: string) => text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))

/** The contact of an identity that was typed in as the records of the history are. */
function expectedContact(identity: CrmIdentity): ExpectedContact {
  const numbers = identity.phoneContacts.map(({ phoneNumber }) => latin(phoneNumber))
  const [address] = identity.addressContacts
  return {
    Name: identity.nickName,
    MobileNo: numbers.find((number) => number.startsWith('09')) ?? '',
    TelNo: numbers.find((number) => !number.startsWith('09')) ?? '',
    Email: identity.email,
    WebSiteAddress: identity.website,
    Address: address?.address ?? '',
    PostalCode: address?.zipCode ?? '',
    NationalCode: identity.nationalCode,
    Description: identity.description,
    TowardType: !('firstName' in identity),
  }
}

/** A CRM that answers in Windows-1256 gets its own texts back with Arabic letters. Siagh is sent Persian ones. */
const persian = (text: string) => text.replaceAll('ي', 'ی')

const asListed = (value: unknown) => String(value).replaceAll('ی', 'ي')

/**
 * The names of the fields in which a contact differs from what its identity says. What a contact that is older than its identity held
 * before may stay where the CRM has nothing. `inLettersOfList`: a list in Windows-1256 has other letters, and that is no difference.
 */
export function differences(row: SiaghRow, identity: CrmIdentity, inLettersOfList = false): string[] {
  const letters = inLettersOfList ? asListed : (value: unknown) => value
  const old = OLD_CONTACTS.find(({ RecordId }) => RecordId === row.RecordId)
  const valueOf = (of: Partial<SiaghRow> | undefined, field: string) => of?.[field as keyof SiaghRow] ?? ''
  return Object.entries(expectedContact(identity))
    .map(([field, wanted]) => [field, typeof wanted === 'string' ? persian(wanted) : wanted] as const)
    .filter(([field, wanted]) => {
      const value = valueOf(row, field)
      // A list in Windows-1256 shows other letters, and they are sent back.
      return letters(value) !== letters(wanted) && !(wanted === '' && asListed(value) === asListed(valueOf(old, field)))
    })
    .map(([field, wanted]) => `${field} is "${String(row[field as keyof SiaghRow] ?? '')}", not "${String(wanted)}"`)
}
