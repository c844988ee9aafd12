declare const encoded: unique symbol

/**
 * Pairs in Siagh's form: `name=value|name=value`. Only `encodePairs` makes one. `Name` says which names may be in it:
 * a plain string, or the pairs of another form, do not compile.
 */
export type Encoded<Name extends string> = string & { readonly [encoded]: Name }

/** A pair that is not encoded yet. `undefined` is sent empty, `true` and `false` as 1 and 0. */
export type Pair<Name extends string> = readonly [name: Name, value: string | number | boolean | undefined]

/**
 * Joins pairs for `ctrlValues` and `parameters`. Siagh knows no escape character, so a value is changed if necessary.
 * Whatever a value holds, it stays the value of its own pair, and all other pairs are read as given.
 */
export function encodePairs<Name extends string>(pairs: readonly Pair<Name>[]): Encoded<Name> {
  return pairs.map(([name, value]) => `${name}=${safeValue(value)}`).join('|') as Encoded<Name>
}

// `|`, and the bars that Windows turns into `|` when it converts text to a legacy code page: U+01C0, U+2223, U+FF5C.
const bars = /[|\u01C0\u2223\uFF5C]/g
// CR, LF, TAB, NUL, NEL and similar characters, and the two Unicode separators that some readers take for the end of
// a line.
const breaks = /[\p{Cc}\u2028\u2029]+/gu
// Half a character is no text. Nobody knows what a server makes of it, and nobody can read it.
const halves = /\p{Surrogate}/gu

function safeValue(value: string | number | boolean | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  return String(value).replace(bars, '¦').replace(breaks, ' ').replace(halves, '')
}
