/**
 * A copy of an object in which the named fields are numbers, or true and false, where their text says so. Nobody has
 * seen an installation that writes a code as text or a flag as 0 and 1, and its meaning is clear. A value that means
 * nothing stays as it is.
 */
export function plainValues(
  body: unknown,
  { numbers, flags = [] }: { readonly numbers: readonly string[]; readonly flags?: readonly string[] },
): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  // A list has hundreds of thousands of rows, and almost none of them has to be changed.
  const isPlain =
    numbers.every((name) => typeof Reflect.get(body, name) !== 'string') &&
    flags.every((name) => typeof Reflect.get(body, name) === 'boolean')
  if (isPlain) return body
  const values = new Map<string, unknown>(Object.entries(body))
  const changed = [
    ...numbers.map((name) => [name, numberOf(values.get(name))] as const),
    ...flags.map((name) => [name, flagOf(values.get(name))] as const),
  ]
  return { ...body, ...Object.fromEntries(changed.filter(([name]) => values.has(name))) }
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value
}

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [0, false],
  [1, true],
  ['0', false],
  ['1', true],
  ['false', false],
  ['true', true],
])

function flagOf(value: unknown): unknown {
  return FLAGS.get(typeof value === 'string' ? value.trim().toLowerCase() : value) ?? value
}
