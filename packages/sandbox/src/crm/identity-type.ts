import type { Dialect } from '../dialect/dialect'

type Kind = 'person' | 'organization'

const everybody: readonly Kind[] = ['person', 'organization']

// `vendor`: as in the vendor's own enumeration. `reversed`: as one integrator's comment says. `ignored`: the search lists everybody.
const meanings: Readonly<Record<Dialect['identityType'], ReadonlyMap<number, readonly Kind[]>>> = {
  vendor: new Map([
    [1, ['organization']],
    [2, ['person']],
  ]),
  reversed: new Map([
    [1, ['person']],
    [2, ['organization']],
  ]),
  ignored: new Map(),
}

/** The kinds of identity that a search lists. No filter, and one that is not known, list everybody. */
export const kindsMeant = (
  identityType: number | null | undefined,
  meaning: Dialect['identityType'],
): readonly Kind[] => meanings[meaning].get(identityType ?? 0) ?? everybody
