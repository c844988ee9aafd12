import * as z from 'zod'
import { json, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import type { CrmIdentity } from './crm-objects'
import { kindsMeant } from './identity-type'
import type { ObjectTable } from './object-table'
import { shownObject } from './shown-object'

const searchBody = z.object({
  pageNumber: z.number().int().min(0),
  pageSize: z.number().int().min(1),
  searchTerm: z.string().nullish(),
  identityType: z.number().nullish(),
})

const summary = ({ crmId, nickName, customerNumber }: CrmIdentity) => ({
  identityId: crmId,
  nickName,
  customerNo: customerNumber,
})

/** The page limit of an installation that has one of its own. */
const ownPageLimit = 10

/** The part of a list that is the page with this number, from 0. */
export const pageOf = <T>(
  list: readonly T[],
  { number, size }: { readonly number: number; readonly size: number },
  pages: 'as-asked' | 'limited' | 'cut' | 'all-at-once',
): readonly T[] => {
  const most = Math.min(size, ownPageLimit)
  switch (pages) {
    case 'as-asked':
      return list.slice(number * size, (number + 1) * size)
    case 'limited':
      return list.slice(number * most, (number + 1) * most)
    case 'cut':
      return list.slice(number * size, number * size + most)
    case 'all-at-once':
      return list
  }
}

/** Answers a search over identities; pages count from 0. */
export const searchIdentities = (body: unknown, table: ObjectTable, dialect: Dialect): Answer => {
  const asked = searchBody.safeParse(body)
  if (!asked.success) return json({ message: 'The request is invalid' }, 400)
  const { pageNumber, pageSize, searchTerm, identityType } = asked.data
  const identities: readonly CrmIdentity[] = kindsMeant(identityType, dialect.identityType).flatMap((kind) =>
    table.listed(kind, 'search'),
  )
  const found = searchTerm ? identities.filter(({ nickName }) => nickName.includes(searchTerm)) : identities
  const page = pageOf(found, { number: pageNumber, size: pageSize }, dialect.searchPages)
  return json(shownObject(page.map(summary), dialect))
}
