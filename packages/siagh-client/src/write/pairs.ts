declare const encoded: unique symbol

/**
 * Pairs as Siagh splits them, `name=value|name=value`. `encodePairs` alone makes one, and `Name` says which names may be in it:
 * a string, or the pairs of another form, do not fit.
 */
export type Encoded<Name extends string> = string & { readonly [encoded]: Name }

/** A pair that is not encoded yet. `undefined` is sent empty, `true` and `false` as 1 and 0. */
export type Pair<Name extends string> = readonly [name: Name, value: string | number | boolean | undefined]

/**
 * Joins pairs for `ctrlValues` and `parameters`. Siagh knows no escape, so a value is changed where it has to be: whatever it
 * holds, it stays the value of its own pair, and the other pairs are read as they were given.
 */
export function encodePairs<Name extends string>(pairs: readonly Pair<Name>[]): Encoded<Name> {
  return pairs.map(([name, value]) => `${name}=${safeValue(value)}`).join('|') as Encoded<Name>
}

// Beside `|` itself the bars that Windows turns into `|` when it folds text to a legacy code page: U+01C0, U+2223, U+FF5C.
const bars = /[|\u01C0\u2223\uFF5C]/g
// CR, LF, TAB, NUL, NEL and the like, and the two separators of Unicode that some readers take for a line's end.
const breaks = /[\p{Cc}\u2028\u2029]+/gu
// Half of a character is no text: what a server makes of it is not known, and nobody can read it.
const halves = /\p{Surrogate}/gu

function safeValue(value: string | number | boolean | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  return String(value).replace(bars, '¦').replace(breaks, ' ').replace(halves, '')
}
