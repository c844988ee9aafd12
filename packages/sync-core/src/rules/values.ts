import * as z from 'zod'

/** What the rules of this shape are once their defaults are filled in. The comments of the shape are those of its properties. */
export type OutputOf<Shape extends z.ZodRawShape> = Readonly<z.output<z.ZodObject<Shape>>>

/** What a site gives: only what it wants otherwise. */
export type InputOf<Shape extends z.ZodRawShape> = Readonly<z.input<z.ZodObject<Shape>>>

/** A group of rules, which may be left out. Its types are named, so that the declarations of the package keep the comments. */
export function section<Output, Input extends object>(
  schema: z.ZodType<Output, Input>,
): z.ZodPrefault<z.ZodType<Output, Input>> {
  return z.prefault(schema, {} as Input)
}

// No timer can wait longer.
const LONGEST_MS = 2 ** 31 - 1

export const milliseconds = z.int().min(1).max(LONGEST_MS)
export const code = z.int().min(0)
export const text = z.string().trim().min(1)

/** A list that its owner may have frozen. */
export function listOf<T>(items: z.ZodArray<z.ZodType<T, T>>): z.ZodType<readonly T[], readonly T[]> {
  return items
}

export function aFunction<F>(): z.ZodCustom<F, F> {
  return z.custom<F>((value) => typeof value === 'function', 'must be a function')
}
