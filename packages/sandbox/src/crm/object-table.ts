import type { Speech } from '../dialect/dialect'
import { createLaggingView, type Lag, type LaggingView } from '../lagging-view'
import { tehranText } from '../persian/tehran-time'
import type { Random } from '../random'
import { buildInvoice, buildQuote } from './build-document'
import { buildOrganization, buildPerson, type SystemFields } from './build-identity'
import type { CrmKind, CrmKinds } from './crm-objects'
import type { FieldsOf } from './fields'
import type { Making } from './making'

/** What happened to an object. */
export type CrmEvent = 'Insert' | 'Update' | 'Delete'

/** The CRM's objects. Every change is passed to the sender of the webhooks. */
export interface ObjectTable {
  readonly get: <K extends CrmKind>(kind: K, id: string) => CrmKinds[K] | undefined
  /** In the order in which they were made. The same list until something changes. */
  readonly all: <K extends CrmKind>(kind: K) => readonly CrmKinds[K][]
  /** The same as a search, or `find`, shows them: perhaps as they were some time ago. */
  readonly listed: <K extends CrmKind>(kind: K, by: 'search' | 'find') => readonly CrmKinds[K][]
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

type Builders = { [K in CrmKind]: (fields: FieldsOf[K], system: SystemFields, making: Making) => CrmKinds[K] }

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

type Views = { [K in CrmKind]: LaggingView<string, CrmKinds[K]> }

const viewsOf = (now: () => number, lag: () => Lag): Views => ({
  person: createLaggingView(now, lag),
  organization: createLaggingView(now, lag),
  invoice: createLaggingView(now, lag),
  quote: createLaggingView(now, lag),
})

const createViews = (now: () => number, { now: dialect }: Speech) => ({
  search: viewsOf(now, () => dialect().searchLag),
  find: viewsOf(now, () => dialect().findLag),
  now: viewsOf(now, () => 'none'),
})

/** Empty tables. Ids are compared without regard to case. */
export const createObjectTable = (now: () => number, random: Random, speech: Speech, changed: Tell): ObjectTable => {
  const tables = emptyTables()
  const making = (): Making => ({ random, dialect: speech.now() })
  const views = createViews(now, speech)
  const show = <K extends CrmKind>(event: CrmEvent, kind: K, id: string, object: CrmKinds[K] | undefined): void => {
    for (const view of Object.values(views)) view[kind].changed(id, object)
    changed(event, kind, id)
  }
  const kindOf = (id: string): CrmKind | undefined => kinds.find((kind) => tables[kind].has(id.toLowerCase()))

  return {
    get: (kind, id) => tables[kind].get(id.toLowerCase()),
    all: (kind) => views.now[kind].rows(),
    listed: (kind, by) => views[by][kind].rows(),
    kindOf,
    create: (kind, fields) => {
      const at = tehranText(now())
      const crmId = (fields.crmId ?? random.guid()).toLowerCase()
      const object = builders[kind](fields, { crmId, creatDate: at, modifyDate: at }, making())
      tables[kind].set(crmId, object)
      show('Insert', kind, crmId, object)
      return object
    },
    update: (kind, id, change) => {
      const old = tables[kind].get(id.toLowerCase())
      if (old === undefined) return undefined
      const { crmId, creatDate } = old
      const object = builders[kind](change(old), { crmId, creatDate, modifyDate: tehranText(now()) }, making())
      tables[kind].set(crmId, object)
      show('Update', kind, crmId, object)
      return object
    },
    remove: (id) => {
      const kind = kindOf(id)
      if (kind === undefined) return false
      tables[kind].delete(id.toLowerCase())
      show('Delete', kind, id.toLowerCase(), undefined)
      return true
    },
  }
}
