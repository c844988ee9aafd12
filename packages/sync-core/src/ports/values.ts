import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { Page, PageRequest } from './paging'

/** What JSON can express. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** A value, and how often it was set. */
export interface VersionedValue {
  readonly value: JsonValue
  /** 1 for a new value. Each `set` adds one. */
  readonly version: number
}

/** A value with its name. */
export interface NamedValue extends VersionedValue {
  readonly name: string
}

/** The result of `set`. */
export type SetValue =
  | { readonly status: 'saved'; readonly version: number }
  /** The value is not at `expectedVersion`. Nothing was written. */
  | { readonly status: 'conflict' }
  /** The value has more than 65,536 bytes as JSON in UTF-8. Nothing was written. */
  | { readonly status: 'too_large' }

/**
 * Small JSON values by name, such as the state of an alert or the progress of a long run. A name is any text of 1 to
 * 200 characters without U+0000.
 */
export interface Values {
  /** `null`: it was never set. */
  get(company: string, name: string): ResultAsync<VersionedValue | null, StoreUnavailable>
  /**
   * Sets a value that is at `expectedVersion` (0: there is none yet), and resolves when it is on disk. If several
   * callers come with the same version, one gets `saved` and the others get `conflict`.
   */
  set(company: string, name: string, value: JsonValue, expectedVersion: number): ResultAsync<SetValue, StoreUnavailable>
  /** The values whose names begin with `prefix`, ordered by name. `''`: all values of the company. */
  list(company: string, prefix: string, page: PageRequest): ResultAsync<Page<NamedValue>, StoreUnavailable>
}

const MOST_BYTES = 65_536

/** The JSON of a value. `undefined`: it is larger than a store takes. For authors of a store. */
export function toValueJson(value: JsonValue): string | undefined {
  const json = JSON.stringify(value)
  return new TextEncoder().encode(json).length > MOST_BYTES ? undefined : json
}
