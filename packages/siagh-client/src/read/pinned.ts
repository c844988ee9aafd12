import type { z } from 'zod'

/**
 * One schema for each field of `T`, a type of the OpenAPI description. With `satisfies`, a missing field, an extra
 * field or a field of another type does not compile.
 */
export type ShapeOf<T> = { readonly [Field in keyof T]-?: z.ZodType<T[Field], T[Field]> }

/** `Schema`, if it accepts everything that the description allows. A schema that is too narrow does not compile. */
export type Pinned<Schema, Description extends Schema> = [Description] extends [Schema] ? Schema : never
