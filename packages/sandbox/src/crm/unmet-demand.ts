import { json, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import { mobilesIn } from '../persian/phone-numbers'
import type { CrmPhone } from './crm-objects'
import type { OrganizationFields, PersonFields } from './fields'
import type { ObjectTable } from './object-table'

type Fields = PersonFields | OrganizationFields

const refusal = (field: string, message: string): Answer =>
  json({ code: 400, message, errorDetails: [{ statusCode: 400, field, message }] }, 400)

const mobilesOf = ({ phoneContacts = [] }: { readonly phoneContacts?: readonly Partial<CrmPhone>[] }): string[] =>
  phoneContacts.flatMap(({ phoneNumber }) => mobilesIn(phoneNumber ?? null))

/** Why this installation does not take a new identity; `undefined`: it does. */
export const unmetDemand = (fields: Fields, { all }: ObjectTable, { createDemands }: Dialect): Answer | undefined => {
  // Most installations demand nothing, and a look at every identity takes its time.
  if (createDemands === 'nothing') return undefined
  const others = [...all('person'), ...all('organization')]
  switch (createDemands) {
    case 'category':
      return (fields.categories ?? []).length > 0 ? undefined : refusal('categories', 'دسته بندی را انتخاب کنید')
    case 'unique-mobile': {
      const taken = new Set(others.flatMap(mobilesOf))
      return mobilesOf(fields).some((mobile) => taken.has(mobile))
        ? refusal('phoneContacts', 'شماره موبایل تکراری است')
        : undefined
    }
    case 'unique-name':
      return others.some(({ nickName }) => nickName === fields.nickName)
        ? refusal('nickName', 'نام تکراری است')
        : undefined
    case 'unique-national-code':
      return fields.nationalCode && others.some(({ nationalCode }) => nationalCode === fields.nationalCode)
        ? refusal('nationalCode', 'کد ملی تکراری است')
        : undefined
  }
}
