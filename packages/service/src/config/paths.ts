/** A part of a configuration as it was given. It is not checked. */
export type Section = Readonly<Record<string, unknown>>

/** Whether `value` is an object with settings, and not a list or a function. */
export function isSection(value: unknown): value is Section {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** The value at a path such as `webhook.port`. `undefined`: there is none. */
export function valueAt(section: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (part, name) => (typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined),
      section,
    )
}

/** `section` with the value at a path such as `webhook.port`. */
export function withValueAt(section: Section, path: string, value: unknown): Section {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...section, [name]: value }
  const inner = section[name]
  return { ...section, [name]: withValueAt(isSection(inner) ? inner : {}, rest.join('.'), value) }
}
