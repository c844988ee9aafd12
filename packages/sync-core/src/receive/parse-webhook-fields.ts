import { err, ok, type Result } from 'neverthrow'
import type { Issue } from '../errors'

/** All values that were sent under a name: none, one, or several if a parameter is repeated. */
export type Values = (name: string) => readonly unknown[]

/** A field that was sent: its name, and its text without spaces at both ends. */
export interface Field {
  readonly name: string
  readonly text: string
}

/**
 * Returns a function that finds values by name in a query, a form or a JSON object. `undefined`: `source` is none of
 * these. Of an object, only its own properties count, not those of a prototype. `null` counts as absent.
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
 * Reads the first of `names` that was sent. A repeated parameter is accepted if all its values are equal. Arrays and
 * objects are not text.
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
