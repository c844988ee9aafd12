import type { ResultAsync } from '../packages/crm-client/node_modules/neverthrow'
import type { ApiError, CrmClient, FindQuery, Organization, Person } from '../packages/crm-client/src/index'
import type { Exchange } from './exchange'

type Call = (client: CrmClient) => ResultAsync<unknown, ApiError>
type Body = Readonly<Record<string, unknown>>

const operators = new Map<unknown, FindQuery['conditions'][number]['operator']>([
  [0, 'equals'],
  [1, 'greater'],
  [2, 'greaterOrEqual'],
  [3, 'in'],
  [4, 'less'],
  [5, 'lessOrEqual'],
  [6, 'notEqual'],
  [7, 'notIn'],
  [11, 'startsWith'],
  [12, 'contains'],
  [13, 'endsWith'],
])

/** The call of the client that makes a recorded request. `undefined`: the client makes no such request. */
export function crmCall({ path, body = {} }: Exchange['request']): Call | undefined {
  if (path === '/api/v2/auth/login') return (client) => client.login()
  const [, kind = '', , action = ''] = /^\/api\/v2\/crmobject\/(\w+)(\/sales)?\/([\w-]+)$/.exec(path) ?? []
  const id = String(body['id'])
  const [, state] = /^make-(numbered|approved|pending|rejected)$/.exec(action) ?? []
  if (state !== undefined) return (client) => client.setInvoiceState(id, state as 'numbered')
  if (action === 'find') return (client) => client.find(kind as 'person', findIn(body))
  switch (`${kind}/${action}`) {
    case 'identity/search':
      return searchOf(body)
    case 'person/get':
      return (client) => client.getPerson(id)
    case 'organization/get':
      return (client) => client.getOrganization(id)
    case 'invoice/get':
      return (client) => client.getInvoice(id)
    case 'quote/get':
      return (client) => client.getQuote(id)
    case 'person/create':
      return (client) => client.createPerson(datedIn(body))
    case 'person/update':
      return (client) => client.updatePerson(datedIn(body) as Person)
    case 'organization/create':
      return (client) => client.createOrganization(datedIn(body))
    case 'organization/update':
      return (client) => client.updateOrganization(datedIn(body) as Organization)
    default:
      return undefined
  }
}

function searchOf({ pageNumber, pageSize, searchTerm, identityType }: Body): Call {
  const query = {
    pageNumber: Number(pageNumber),
    pageSize: Number(pageSize),
    ...(typeof searchTerm === 'string' && { searchTerm }),
  }
  if (identityType === undefined) return (client) => client.searchIdentities(query)
  return (client) => client.searchByIdentityType({ ...query, identityType: identityType === 1 ? 1 : 2 })
}

function findIn(body: Body): FindQuery {
  const list = (name: string) => (body[name] ?? []) as readonly Body[]
  return {
    typeKey: String(body['typeKey']),
    conditions: list('queries').map((query) => ({
      field: String(query['field']),
      operator: operators.get(query['operator']) ?? 'equals',
      value: query['value'] as string,
      join: query['logicalOperator'] === 0 ? ('and' as const) : ('or' as const),
      ...(typeof query['leafNegate'] === 'boolean' && { negate: query['leafNegate'] }),
    })),
    ...(body['orders'] !== undefined && {
      orderBy: list('orders').map(({ field, order }) => ({
        field: String(field),
        direction: order === 0 ? ('ascending' as const) : ('descending' as const),
      })),
    }),
    pageNumber: Number(body['pageNumber']),
    pageSize: Number(body['pageSize']),
  }
}

/** The client takes dates for the texts of the request. */
function datedIn(body: Body): object {
  const dates = ['birthDate', 'creatDate', 'modifyDate'].flatMap((name) => {
    const value = body[name]
    return typeof value === 'string' ? [[name, new Date(`${value}+03:30`)] as const] : []
  })
  return { ...body, ...Object.fromEntries(dates) }
}
