import { tehranText } from '../persian/tehran-time'
import type { Random } from '../random'
import { buildInvoice, buildQuote } from './build-document'
import { buildOrganization, buildPerson, type SystemFields } from './build-identity'
import type { CrmKind, CrmKinds } from './crm-objects'
import type { FieldsOf } from './fields'

/** What happened to an object. */
export type CrmEvent = 'Insert' | 'Update' | 'Delete'

/** The CRM's objects. Every change is passed to the sender of the webhooks. */
export interface ObjectTable {
  readonly get: <K extends CrmKind>(kind: K, id: string) => CrmKinds[K] | undefined
  /** In the order in which they were made. The same list until something changes. */
  readonly all: <K extends CrmKind>(kind: K) => readonly CrmKinds[K][]
  readonly kindOf: (id: string) => CrmKind | undefined
  readonly create: <K extends CrmKind>(kind: K, fields: FieldsOf[K]) => CrmKinds[K]
  /** Builds the object anew out of `change(object)`. `undefined`: there is no such object. */
  readonly update: <K extends CrmKind>(
    kind: K,
    id: string,
    change: (object: CrmKinds[K]) => FieldsOf[K],
  ) => CrmKinds[K] | undefined
  readonly remove: (id: string) => boolean
}

type Builders = { [K in CrmKind]: (fields: FieldsOf[K], system: SystemFields, random: Random) => CrmKinds[K] }

const builders: Builders = {
  person: buildPerson,
  organization: buildOrganization,
  invoice: buildInvoice,
  quote: buildQuote,
}

type Tables = { [K in CrmKind]: Map<string, CrmKinds[K]> }

const kinds: readonly CrmKind[] = ['person', 'organization', 'invoice', 'quote']

const emptyTables = (): Tables => ({ person: new Map(), organization: new Map(), invoice: new Map(), quote: new Map() })

type Tell = (event: CrmEvent, kind: CrmKind, id: string) => void

/** A table's values as a list, which is made once between two changes. */
interface CachedList<T> {
  readonly all: () => readonly T[]
  readonly forget: () => void
}

const listOf = <T>(table: ReadonlyMap<string, T>): CachedList<T> => {
  let list: readonly T[] | undefined
  return {
    all: () => (list ??= [...table.values()]),
    forget: () => {
      list = undefined
    },
  }
}

const listsOf = (tables: Tables): { [K in CrmKind]: CachedList<CrmKinds[K]> } => ({
  person: listOf(tables.person),
  organization: listOf(tables.organization),
  invoice: listOf(tables.invoice),
  quote: listOf(tables.quote),
})

/** Empty tables. Ids are compared without regard to case. */
export const createObjectTable = (now: () => number, random: Random, changed: Tell): ObjectTable => {
  const tables = emptyTables()
  const lists = listsOf(tables)
  const tell: Tell = (event, kind, id) => {
    lists[kind].forget()
    changed(event, kind, id)
  }
  const kindOf = (id: string): CrmKind | undefined => kinds.find((kind) => tables[kind].has(id.toLowerCase()))

  return {
    get: (kind, id) => tables[kind].get(id.toLowerCase()),
    all: (kind) => lists[kind].all(),
    kindOf,
    create: (kind, fields) => {
      const at = tehranText(now())
      const crmId = (fields.crmId ?? random.guid()).toLowerCase()
      const object = builders[kind](fields, { crmId, creatDate: at, modifyDate: at }, random)
      tables[kind].set(crmId, object)
      tell('Insert', kind, crmId)
      return object
    },
    update: (kind, id, change) => {
      const old = tables[kind].get(id.toLowerCase())
      if (old === undefined) return undefined
      const { crmId, creatDate } = old
      const object = builders[kind](change(old), { crmId, creatDate, modifyDate: tehranText(now()) }, random)
      tables[kind].set(crmId, object)
      tell('Update', kind, crmId)
      return object
    },
    remove: (id) => {
      const kind = kindOf(id)
      if (kind === undefined) return false
      tables[kind].delete(id.toLowerCase())
      tell('Delete', kind, id.toLowerCase())
      return true
    },
  }
}
