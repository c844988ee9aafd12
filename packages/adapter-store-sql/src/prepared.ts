import { sql, type Compilable, type RawBuilder } from 'kysely'
import type { Statement } from './operation'

/** Places in a query that get new values in every call. */
export type Slots<Values> = { readonly [Name in keyof Values]: RawBuilder<Values[Name]> }

/** The placeholder in the parameters of a compiled query. */
interface Slot {
  readonly slot: string
}

const isSlot = (parameter: unknown): parameter is Slot =>
  typeof parameter === 'object' && parameter !== null && 'slot' in parameter

/**
 * A query that is compiled once, when the store opens, and gets new values in every call. Compiling takes several
 * times as long as running it.
 */
export function prepared<Values extends object, Row>(
  build: (slots: Slots<Values>) => Compilable<Row>,
): (values: Values) => Statement<Row> {
  const slots = new Proxy({} as Slots<Values>, {
    get: (_target, name) => sql`${{ slot: String(name) } satisfies Slot}`,
  })
  const { sql: text, parameters } = build(slots).compile()
  return (values) => {
    const fill = (each: unknown): unknown => (isSlot(each) ? Reflect.get(values, each.slot) : each)
    return { sql: text, parameters: parameters.map(fill) }
  }
}
