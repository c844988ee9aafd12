/** The one line that fits. `undefined`: none does, or several do. */
export function onlyPlace(lines: readonly string[], pattern: RegExp): number | undefined {
  const places = lines.flatMap((line, at) => (pattern.test(line) ? [at] : []))
  return places.length === 1 ? places[0] : undefined
}

/** The content of a JSON file. */
export type JsonObject = Record<string, unknown>

/** The object of a plain JSON file. */
export function readJsonObject(text: string): JsonObject | undefined {
  try {
    const content: unknown = JSON.parse(text)
    return isJsonObject(content) ? content : undefined
  } catch {
    // JSON with comments, or no JSON at all: a person has to edit it.
    return undefined
  }
}

/** Whether it is an object and no list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
