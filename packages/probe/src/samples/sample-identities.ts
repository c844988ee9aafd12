import type { CrmClient, IdentitySummary } from '@siagh-sync/crm-client'
import { readEitherType, type FetchedIdentity } from '@siagh-sync/sync-core/matching'
import type { FindOfKind } from '../crm/find-kinds'

type Reads = Pick<CrmClient, 'getPerson' | 'getOrganization' | 'find'>

/** Some of a list, evenly spread over it. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]).flatMap(
    (each) => each ?? [],
  )
}

/** Reads listed identities one by one, each as it comes. Ends early if the CRM takes no more calls. */
export async function* readOneByOne(
  crm: Reads,
  listed: readonly IdentitySummary[],
): AsyncGenerator<FetchedIdentity | undefined> {
  for (const { identityId } of listed) {
    const read = await readEitherType(crm, identityId)
    if (read.isErr()) return
    yield read.value.is === 'found' ? read.value.fetched : undefined
  }
}

/** Identities of a type that `find` shows, the newest first where it can order. */
export async function identitiesByFind(
  crm: Pick<CrmClient, 'find'>,
  { kind, typeKeys, firstPage }: FindOfKind,
  count: number,
): Promise<readonly FetchedIdentity[]> {
  if (kind === 'invoice' || kind === 'quote') return []
  const found: FetchedIdentity[] = []
  for (const typeKey of typeKeys) {
    const page = await newest(crm, kind, { typeKey, pageNumber: firstPage, pageSize: count })
    found.push(...page.map((identity) => ({ type: kind, identity })))
  }
  return found
}

/** The newest records of a kind. Where an order is refused, some records. Where `find` fails, none. */
export async function newest<K extends FindOfKind['kind']>(
  crm: Pick<CrmClient, 'find'>,
  kind: K,
  page: { readonly typeKey: string; readonly pageNumber: number; readonly pageSize: number },
) {
  const query = { ...page, conditions: [] }
  const ordered = await crm.find(kind, { ...query, orderBy: [{ field: 'CreatDate', direction: 'descending' }] })
  const shown = ordered.isErr() ? await crm.find(kind, query) : ordered
  return shown.map(({ data }) => data).unwrapOr([])
}
