import * as z from 'zod'
import { parseTehranTime } from './tehran-time'

/**
 * The type of an object's zod schema. The schema has every field of our type and no other. Each field reads the type
 * in the OpenAPI description and returns the type in ours. Any difference does not compile.
 */
export type FieldsOf<Ours, Wire> = {
  readonly [K in keyof Ours]-?: K extends keyof Wire ? z.ZodType<Ours[K], NonNullable<Wire[K]> | undefined> : never
}

/** A text that is present and not empty. */
export const text = z.string()

/** Text that may be absent. */
export const optionalText = text.exactOptional()

/** A number that may be absent. In an object it may also come as text: nobody has seen that, and it is clear. */
export const optionalNumber = z.number().exactOptional()

/** Yes or no, or absent. */
export const optionalFlag = z.boolean().exactOptional()

/** A date-time. Without an offset it is Asia/Tehran local time. */
export const tehranTime = z.string().transform((value, context) => {
  const instant = parseTehranTime(value)
  if (instant !== undefined) return instant
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

/** A date-time that may be absent. */
export const optionalTehranTime = tehranTime.exactOptional()

/** A list. If it is absent, it is read as empty. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).default(() => [])
}

type Unset<S extends z.ZodRawShape> = { readonly [K in keyof S]?: z.input<S[K]> | null }

/**
 * An object with these fields. `null` and `''` in them are read as absent. Fields that are not listed pass unchanged.
 */
export function objectOf<S extends z.ZodRawShape>(fields: S) {
  const numbers = new Set(Object.keys(fields).filter((key) => fields[key] === optionalNumber))
  const leaveOutUnset = (value: Unset<S>): unknown => {
    if (!isPlainObject(value)) return value
    const set = Object.entries(value).filter(([key, item]) => !Object.hasOwn(fields, key) || isSet(item))
    return Object.fromEntries(set.map(([key, item]) => [key, numbers.has(key) ? numberIn(item) : item]))
  }
  return z.preprocess(leaveOutUnset, z.looseObject(fields))
}

function numberIn(value: unknown): unknown {
  return typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSet(value: unknown): boolean {
  return value !== null && value !== ''
}
