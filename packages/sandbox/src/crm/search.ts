import * as z from 'zod'
import { json, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import type { CrmIdentity } from './crm-objects'
import { kindsMeant } from './identity-type'
import type { ObjectTable } from './object-table'

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

/** Answers a search over identities; pages count from 0. */
export const searchIdentities = (body: unknown, table: ObjectTable, dialect: Dialect): Answer => {
  const asked = searchBody.safeParse(body)
  if (!asked.success) return json({ message: 'The request is invalid' }, 400)
  const { pageNumber, pageSize, searchTerm, identityType } = asked.data
  const identities: readonly CrmIdentity[] = kindsMeant(identityType, dialect.identityType).flatMap((kind) =>
    table.all(kind),
  )
  const found = searchTerm ? identities.filter(({ nickName }) => nickName.includes(searchTerm)) : identities
  return json(found.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize).map(summary))
}
