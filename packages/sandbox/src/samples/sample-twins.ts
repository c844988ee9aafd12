import type { CrmPhone } from '../crm/crm-objects'
import type { OrganizationFields, PersonFields } from '../crm/fields'
import { createRandom, type Random } from '../random'
import type { SiaghRow } from '../siagh/siagh-row'
import { codeOf, landlineIn, mobilesOf, tiesAmong, type TwinTie } from './contact-ties'
import { mobileOf } from './made-up-numbers'
import { retypedCode, retypedName, rewrittenName } from './respelled'
import { untidyMobile, untidyPhone } from './untidy'

interface Truth {
  /** The `Code` of the contact that it is; several where nobody can tell which of them it is. */
  readonly codes: readonly number[]
  /** The surest thing that it shares with the contact. What is less sure it may share too, what is surer it does not. */
  readonly by: TwinTie
  /**
   * `false` for the truth that no program can find: the identity shares as much with another contact, or another identity shares as
   * much with the contact.
   */
  readonly sure: boolean
}

/** An identity of the CRM that is a contact of Siagh under another spelling; `fields` have a `crmId`. */
export type SampleTwin =
  | (Truth & { readonly type: 'person'; readonly fields: PersonFields })
  | (Truth & { readonly type: 'organization'; readonly fields: OrganizationFields })

type Phone = Partial<CrmPhone>

/** Every so many contacts a duplicate is made, and half-way between them an identity that two contacts share. */
const doubtfulEach = 40

const mobilePhone = (ten: string, random: Random): Phone => ({
  default: true,
  phoneType: random.pick(['Mobile', 'موبایل', 'همراه', '']),
  phoneNumber: untidyMobile(ten, random),
})

const landlinePhones = (contact: SiaghRow, random: Random): Phone[] => {
  const landline = landlineIn(contact)
  if (landline === undefined) return []
  return [{ phoneType: random.pick(['Office', 'دفتر', '']), phoneNumber: untidyPhone(...landline, random) }]
}

/** The numbers of a twin: those of its contact from `by` on, and a number of its own where they would tell too much. */
const phonesOf = (contact: SiaghRow, by: TwinTie, index: number, random: Random): Phone[] => {
  const [mobile] = mobilesOf(contact)
  switch (by) {
    case 'refId':
    case 'customerNumber':
      return [
        ...(mobile === undefined ? [] : [mobilePhone(mobile, random)]),
        ...(random.chance(0.5) ? landlinePhones(contact, random) : []),
      ]
    case 'nationalCode':
      return [mobilePhone(mobileOf(2, index), random)]
    case 'mobile':
      return mobilesOf(contact)
        .slice(-1)
        .map((ten) => mobilePhone(ten, random))
    case 'nameAndPhone':
      return landlinePhones(contact, random)
  }
}

/** `سید مهدی فرضی اصل` is سید مهدی of the family فرضی اصل. */
const partsOf = (name: string): readonly [string, string] => {
  const words = name.trim().split(/ +/)
  const given = words[0] === 'سید' ? 2 : 1
  return [words.slice(0, given).join(' '), words.slice(given).join(' ')]
}

const codeFor = (contact: SiaghRow, by: TwinTie, random: Random): string => {
  const code = codeOf(contact)
  const shared = by === 'nationalCode' || ((by === 'refId' || by === 'customerNumber') && random.chance(0.5))
  return shared && code !== undefined ? retypedCode(code, random) : ''
}

const commonFields = (contact: SiaghRow, by: TwinTie, index: number, random: Random) => ({
  crmId: random.guid(),
  refId: by === 'refId' ? random.pick([contact.RecordId, contact.RecordId.toUpperCase()]) : '',
  customerNumber: by === 'customerNumber' ? retypedCode(String(contact.Code), random) : '',
  nationalCode: codeFor(contact, by, random),
  phoneContacts: phonesOf(contact, by, index, random),
})

const twinOf = (contact: SiaghRow, by: TwinTie, index: number, random: Random): SampleTwin => {
  const fields = commonFields(contact, by, index, random)
  const truth: Truth = { codes: [contact.Code], by, sure: true }
  const name = contact.Name ?? ''
  if (contact.TowardType)
    return { ...truth, type: 'organization', fields: { ...fields, nickName: retypedName(name, random) } }
  const [firstName, lastName] = partsOf(name)
  const nickName = by === 'nameAndPhone' ? retypedName(name, random) : rewrittenName(firstName, lastName, random)
  return { ...truth, type: 'person', fields: { ...fields, nickName, firstName, lastName } }
}

/** Two identities for one contact: a duplicate that somebody made in the CRM. */
const doubled = (contact: SiaghRow, by: TwinTie, index: number, random: Random): SampleTwin[] =>
  [0, 1].map((copy) => ({ ...twinOf(contact, by, index + copy, random), sure: false }))

/** One identity with the mobile numbers of two contacts: a couple, or a colleague's number. */
const shared = (contact: SiaghRow, other: SiaghRow, index: number, random: Random): SampleTwin => {
  const twin = twinOf(contact, 'mobile', index, random)
  const phones = [...(twin.fields.phoneContacts ?? []), ...phonesOf(other, 'mobile', index, random)]
  const fields = { ...twin.fields, phoneContacts: phones }
  return { ...twin, fields, codes: [contact.Code, other.Code], sure: false }
}

const shuffled = <T>(list: readonly T[], random: Random): T[] =>
  list
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)

/**
 * Identities for the CRM that are contacts of Siagh under other spellings, each with the truth about it: some by `refId`, some by
 * customer number (the `Code` itself), the others only by what a person would look at. One in twenty is doubtful. Admin users and
 * contacts that are switched off have no twin. Throws where there are too few contacts for so many twins.
 */
export const sampleTwins = (contacts: readonly SiaghRow[], count: number, seed = 1): SampleTwin[] => {
  const random = createRandom(seed).fork('twins')
  const tiesOf = tiesAmong(contacts)
  const left = shuffled(
    contacts.filter(({ IsActive, IsAdminUser, Name }) => IsActive && !IsAdminUser && (Name ?? '').trim() !== ''),
    random,
  )
  const next = (fits: (contact: SiaghRow) => boolean = () => true): SiaghRow => {
    const place = left.findLastIndex(fits)
    const [contact] = place < 0 ? [] : left.splice(place, 1)
    if (contact === undefined) throw new RangeError(`${count} twins want more contacts than these ${contacts.length}`)
    return contact
  }
  const twins: SampleTwin[] = []
  for (let turn = 1; twins.length < count; turn += 1) {
    const contact = next()
    const by = random.pick(tiesOf(contact) as [TwinTie, ...TwinTie[]])
    const room = count - twins.length
    if (turn % doubtfulEach === 0 && room > 1) twins.push(...doubled(contact, by, twins.length, random))
    else if (turn % doubtfulEach === doubtfulEach / 2 && mobilesOf(contact).length > 0)
      twins.push(
        shared(
          contact,
          next((other) => mobilesOf(other).length > 0),
          twins.length,
          random,
        ),
      )
    else twins.push(twinOf(contact, by, twins.length, random))
  }
  return shuffled(twins, random)
}
