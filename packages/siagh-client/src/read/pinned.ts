import type { z } from 'zod'

/**
 * One schema for each field of `T`, a type of the OpenAPI description: with `satisfies`, a field that is missing, too many or of
 * another type does not compile.
 */
export type ShapeOf<T> = { readonly [Field in keyof T]-?: z.ZodType<T[Field], T[Field]> }

/** `Schema`, provided that it takes everything that the description allows: a schema that is too narrow does not compile. */
export type Pinned<Schema, Description extends Schema> = [Description] extends [Schema] ? Schema : never
