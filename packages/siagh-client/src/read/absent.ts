import * as z from 'zod'

/** Text that Siagh may leave out, or return as null or empty. */
export const looseText = z.exactOptional(z.string().nullable())

/** A number that Siagh may leave out or return as null. */
export const looseNumber = z.exactOptional(z.number().nullable())

/** A code that Siagh may leave out or return as null, as a number or as text. */
export const looseCode = z.exactOptional(z.union([z.number(), z.string()]).nullable())

/** `T` without nulls: a field that could be null may be missing instead. */
export type Present<T> = {
  readonly [Field in keyof T as null extends T[Field] ? never : Field]: T[Field]
} & {
  readonly [Field in keyof T as null extends T[Field] ? Field : never]?: NonNullable<T[Field]>
}

/**
 * A copy without empty values in the named fields: null, and text that is empty or white space. All other fields are
 * kept as they are.
 */
export function dropAbsent<T extends object>(row: T, fields: ReadonlySet<string>): Present<T> {
  const present: Record<string, unknown> = {}
  for (const field in row) {
    // JSON.parse may return an own `__proto__`. Assigning it would change the prototype of the copy.
    if (field === '__proto__') continue
    const value = row[field]
    if (fields.has(field) && saysNothing(value)) continue
    present[field] = value
  }
  // An object that was built field by field is a hash table. Its copy needs a third of the memory, and lists are
  // kept.
  return { ...present } as Present<T>
}

/** Whether a value is null or text without a visible character. */
export function saysNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}
