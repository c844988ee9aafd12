import type { OrganizationFields } from '../crm/fields'
import { createRandom, type Random } from '../random'
import { landlineOf } from './made-up-numbers'
import { cities, companyKinds, companyNames, streets, trades } from './names'
import { nationalId } from './national-codes'
import { untidyPhone, untidyText } from './untidy'

/** The name of a company that does not exist. */
export const companyName = (random: Random): string =>
  untidyText(`${random.pick(companyKinds)} ${random.pick(companyNames)} ${random.pick(trades)}`, random)

const company = (index: number, random: Random): OrganizationFields => {
  const [city, areaCode] = random.pick(cities)
  return {
    nickName: companyName(random),
    nationalCode: random.chance(0.8) ? nationalId(random) : '',
    registerNumber: String(random.int(1000, 599_999)),
    website: random.chance(0.3) ? `https://company${index}.example.com` : '',
    phoneContacts: [
      { default: true, phoneType: 'Office', phoneNumber: untidyPhone(areaCode, landlineOf(500_000 + index), random) },
    ],
    addressContacts: [
      {
        default: true,
        country: 'ایران',
        state: city,
        city,
        address: untidyText(`${random.pick(streets)}، واحد ${random.int(1, 40)}`, random),
        zipCode: String(random.int(1_000_000_000, 1_999_999_999)),
      },
    ],
  }
}

/** Made-up companies for the CRM. */
export const sampleCompanies = (count: number, seed = 1): OrganizationFields[] => {
  const random = createRandom(seed).fork('companies')
  return Array.from({ length: count }, (_, index) => company(index + 1, random))
}
