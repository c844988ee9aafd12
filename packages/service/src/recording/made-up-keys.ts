import type { JsonObject } from './amount-readings'
import { isKnownKey } from './known-keys'
import type { TextMaker } from './made-up-text'

/** The name of a field in a recording: known names stay, all others are made up. */
export function keyIn(maker: Pick<TextMaker, 'text'>, name: string): string {
  return isKnownKey(name) ? name : maker.text(name)
}

/**
 * The same fields under the names of a recording. `make` gives each value. Two short names may become the same one: the
 * second gets a number, so that no field is lost.
 */
export function withMadeUpKeys(
  maker: TextMaker,
  object: JsonObject,
  make: (name: string, value: unknown) => unknown,
): JsonObject {
  const made = new Map<string, unknown>()
  for (const [name, value] of Object.entries(object)) {
    const key = keyIn(maker, name)
    made.set(made.has(key) ? `${key}_${made.size}` : key, make(name, value))
  }
  return Object.fromEntries(made)
}
