import { err, ok, type Result } from 'neverthrow'
import type { Issue } from '../errors'

/** Everything that was sent under a name: none, one, or several of a repeated parameter. */
export type Values = (name: string) => readonly unknown[]

/** A field that was sent, trimmed, under the name it was found by. */
export interface Field {
  readonly name: string
  readonly text: string
}

/**
 * Looks names up in a query, a form or a JSON object; `undefined`: it is none of them. Of an object, own properties
 * alone count, so that nothing is found on a prototype, and `null` reads as absent.
 */
export function valuesOf(source: unknown): Values | undefined {
  if (source instanceof URLSearchParams) return (name) => source.getAll(name)
  if (typeof source !== 'object' || source === null || Array.isArray(source)) return undefined
  const properties = new Map<string, unknown>(Object.entries(source))
  return (name) => {
    const value = properties.get(name) ?? undefined
    return value === undefined ? [] : [value]
  }
}

/**
 * The first of `names` that was sent. A repeated parameter is one if all its values are equal; arrays and objects are
 * not text.
 */
export function readField(values: Values, names: readonly string[]): Result<Field | undefined, Issue> {
  for (const name of names) {
    const [first, ...others] = values(name)
    if (first === undefined) continue
    if (others.some((other) => other !== first))
      return err({ path: name, message: 'is given twice with different values' })
    if (typeof first !== 'string' && typeof first !== 'number') return err({ path: name, message: 'is not text' })
    return ok({ name, text: String(first).trim() })
  }
  return ok(undefined)
}
