/** By which field objects are put in order; `field` in PascalCase. */
export interface Order {
  readonly field: string
  readonly descending: boolean
}

/** A field of an object by its name in PascalCase. */
export const fieldOf = (object: object, pascalCase: string): unknown => {
  const name = pascalCase.charAt(0).toLowerCase() + pascalCase.slice(1)
  return Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined
}

const withFraction = /^\d{4}-\d\d-\d\dt\d\d:\d\d:\d\d\.\d+$/

/** A value as text, without regard to case; a date-time without the zeros at the end of its fraction, since `.1` and `.100` are one. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') {
    const text = value.toLowerCase()
    return withFraction.test(text) ? text.replace(/\.?0+$/, '') : text
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const compareTexts = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Below 0, 0 or above 0. Numbers by value, all else as text: local date-times without an offset sort as text. */
export const compare = (own: unknown, asked: unknown): number =>
  typeof own === 'number' ? own - Number(asked) : compareTexts(textOf(own), textOf(asked))

const sort = <T extends object>(objects: readonly T[], { field, descending }: Order): T[] => {
  const sign = descending ? -1 : 1
  return objects
    .map((object) => ({ object, value: fieldOf(object, field) }))
    .map(({ object, value }) => ({ object, key: typeof value === 'number' ? value : textOf(value) }))
    .sort((a, b) => compare(a.key, b.key) * sign)
    .map(({ object }) => object)
}

// A list that is asked for page by page is put in order once. It goes when the list goes.
const known = new WeakMap<readonly object[], Map<string, readonly object[]>>()

/** The objects in the order that is asked for, the first order above the others. The list itself stays as it is, and must. */
export const inOrder = <T extends object>(objects: readonly T[], orders: readonly Order[]): readonly T[] => {
  if (orders.length === 0) return objects
  const lists = known.get(objects) ?? new Map<string, readonly object[]>()
  known.set(objects, lists)
  const name = JSON.stringify(orders)
  const sorted =
    (lists.get(name) as readonly T[] | undefined) ?? orders.toReversed().reduce<readonly T[]>(sort, objects)
  lists.set(name, sorted)
  return sorted
}
