import * as z from 'zod'
import { parseTehranTime } from './tehran-time'

/**
 * What the zod schema of an object has to hold: every field of our type and no other, each reading what the OpenAPI
 * description says is on the wire and answering what our type says. A difference on either side does not compile.
 */
export type FieldsOf<Ours, Wire> = {
  readonly [K in keyof Ours]-?: K extends keyof Wire ? z.ZodType<Ours[K], NonNullable<Wire[K]> | undefined> : never
}

/** Text that is there, and not empty. */
export const text = z.string()

/** Text that may be absent. */
export const optionalText = text.exactOptional()

/** A number that may be absent. */
export const optionalNumber = z.number().exactOptional()

/** Yes or no, or absent. */
export const optionalFlag = z.boolean().exactOptional()

/** A date-time, Asia/Tehran where it has no offset. */
export const tehranTime = z.string().transform((value, context) => {
  const instant = parseTehranTime(value)
  if (instant !== undefined) return instant
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

/** A date-time that may be absent. */
export const optionalTehranTime = tehranTime.exactOptional()

/** A list that reads as empty where it is absent. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).default(() => [])
}

type Unset<S extends z.ZodRawShape> = { readonly [K in keyof S]?: z.input<S[K]> | null }

/** An object of these fields: `null` and `''` in them read as absent, and fields that are not listed pass untouched. */
export function objectOf<S extends z.ZodRawShape>(fields: S) {
  const leaveOutUnset = (value: Unset<S>): unknown => {
    if (!isPlainObject(value)) return value
    const set = Object.entries(value).filter(([key, item]) => !Object.hasOwn(fields, key) || isSet(item))
    return Object.fromEntries(set)
  }
  return z.preprocess(leaveOutUnset, z.looseObject(fields))
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSet(value: unknown): boolean {
  return value !== null && value !== ''
}
