import { createHash } from 'node:crypto'

/**
 * SHA-256 (64 lower-case hex digits) over the JSON of `value`, with the keys of every object sorted. Equal content
 * has an equal fingerprint, whatever the order of its keys. Values that JSON leaves out, such as `undefined`, do not
 * count.
 */
export function fingerprintOf(value: unknown): string {
  const json = JSON.stringify([value], (_key, part: unknown) => withSortedKeys(part))
  return createHash('sha256').update(json).digest('hex')
}

function withSortedKeys(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
}
