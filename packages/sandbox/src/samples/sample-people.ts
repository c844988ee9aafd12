import type { PersonFields } from '../crm/fields'
import { createRandom, type Random } from '../random'
import { landlineOf, mobileOf } from './made-up-numbers'
import { cities, familyNames, femaleNames, maleNames, streets } from './names'
import { nationalCode, untidyCode } from './national-codes'
import { untidyMobile, untidyPhone, untidyText } from './untidy'

const phones = (index: number, areaCode: string, random: Random): NonNullable<PersonFields['phoneContacts']> => {
  const mobile = {
    default: true,
    phoneType: random.pick(['Mobile', 'موبایل', 'تلفن همراه', '']),
    phoneNumber: untidyMobile(mobileOf(1, index), random),
  }
  if (random.chance(0.5)) return [mobile]
  const phoneNumber = untidyPhone(areaCode, landlineOf(index), random)
  return [mobile, { phoneType: random.pick(['Office', 'دفتر', 'منزل']), phoneNumber }]
}

const person = (index: number, random: Random): PersonFields => {
  const isMale = random.chance(0.5)
  const [city, areaCode] = random.pick(cities)
  const firstName = untidyText(random.pick(isMale ? maleNames : femaleNames), random)
  const lastName = untidyText(random.pick(familyNames), random)
  const address = {
    default: true,
    country: 'ایران',
    state: city,
    city,
    address: untidyText(`${random.pick(streets)}، پلاک ${random.int(1, 300)}`, random),
    zipCode: String(random.int(1_000_000_000, 1_999_999_999)),
  }
  return {
    firstName,
    lastName,
    nickName: `${firstName} ${lastName}`,
    personPrefix: isMale ? 'آقای' : 'خانم',
    nationalCode: random.chance(0.8) ? untidyCode(nationalCode(random), random) : '',
    email: random.chance(0.5) ? `sample${index}@example.com` : '',
    phoneContacts: phones(index, areaCode, random),
    addressContacts: random.chance(0.7) ? [address] : [],
  }
}

/** Made-up people for the CRM, with untidy names, numbers and codes. Their mobile numbers are all different. */
export const samplePeople = (count: number, seed = 1): PersonFields[] => {
  const random = createRandom(seed).fork('people')
  return Array.from({ length: count }, (_, index) => person(index + 1, random))
}
