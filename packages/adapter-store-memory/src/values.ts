import { toValueJson, type JsonValue, type Values } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { pageOf } from './paging'

interface Row {
  readonly company: string
  readonly name: string
  readonly json: string
  readonly version: number
}

/** The port of the values over a map of their JSON. */
export function memoryValues(attempt: Attempt): Values {
  const rows = new Map<string, Row>()
  const placeOf = (company: string, name: string) => JSON.stringify([company, name])
  const toValue = ({ json, version }: Row) => ({ value: JSON.parse(json) as JsonValue, version })
  return {
    get: (company, name) =>
      attempt(() => {
        const row = rows.get(placeOf(company, name))
        return row === undefined ? null : toValue(row)
      }),
    set: (company, name, value, expectedVersion) =>
      attempt(() => {
        const json = toValueJson(value)
        if (json === undefined) return { status: 'too_large' }
        const place = placeOf(company, name)
        if ((rows.get(place)?.version ?? 0) !== expectedVersion) return { status: 'conflict' }
        const version = expectedVersion + 1
        rows.set(place, { company, name, json, version })
        return { status: 'saved', version }
      }),
    list: (company, prefix, page) =>
      attempt(() => {
        const wanted = [...rows.values()].filter((row) => row.company === company && row.name.startsWith(prefix))
        const { items, ...rest } = pageOf(wanted, [''], ({ name }) => [name], page)
        return { ...rest, items: items.map((row) => ({ name: row.name, ...toValue(row) })) }
      }),
  }
}
