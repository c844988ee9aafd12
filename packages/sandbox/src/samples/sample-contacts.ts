import { createRandom, type Random } from '../random'
import type { SiaghRow } from '../siagh/siagh-row'
import { landlineOf, mobileOf } from './made-up-numbers'
import { cities, familyNames, femaleNames, maleNames, streets } from './names'
import { nationalCode, nationalId, untidyCode } from './national-codes'
import { companyName } from './sample-companies'
import { untidyMobile, untidyPhone, untidyText } from './untidy'

const someText = (text: string, random: Random): string | null => random.pick([text, text, text, '', null])

const mobileField = (index: number, random: Random): string => {
  const own = untidyMobile(mobileOf(0, 2 * index), random)
  if (!random.chance(0.08)) return own
  return own + random.pick([' - ', '، ', ' / ']) + untidyMobile(mobileOf(0, 2 * index + 1), random)
}

const contact = (index: number, random: Random): Partial<SiaghRow> => {
  const isCompany = random.chance(0.3)
  const [city, areaCode] = random.pick(cities)
  const givenNames = random.chance(0.5) ? maleNames : femaleNames
  return {
    Name: isCompany
      ? companyName(random)
      : untidyText(`${random.pick(givenNames)} ${random.pick(familyNames)}`, random),
    TowardType: isCompany,
    NationalCode: someText(isCompany ? nationalId(random) : untidyCode(nationalCode(random), random), random),
    MobileNo: isCompany ? null : mobileField(index, random),
    TelNo: someText(untidyPhone(areaCode, landlineOf(index), random), random),
    Email: someText(`contact${index}@example.com`, random),
    Address: someText(untidyText(`${city}، ${random.pick(streets)}، پلاک ${random.int(1, 300)}`, random), random),
    PostalCode: someText(String(random.int(1_000_000_000, 1_999_999_999)), random),
    CityCode: someText(String(random.int(1, 31)), random),
    IsActive: random.chance(0.95),
  }
}

/**
 * Made-up contacts of Siagh: people and companies, typed by many hands, with codes that lost their zeros and with several
 * numbers in one field. No mobile number occurs twice, however it is written.
 */
export const sampleContacts = (count: number, seed = 1): Partial<SiaghRow>[] => {
  const random = createRandom(seed).fork('contacts')
  return Array.from({ length: count }, (_, index) => contact(index + 1, random))
}
