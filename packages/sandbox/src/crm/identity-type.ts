/**
 * What the CRM takes the `identityType` of a search for. `vendor`: 1 organization, 2 person, as in the vendor's own enumeration.
 * `reversed`: 1 person, 2 organization, as one integrator's comment says. `ignored`: the search lists everybody. Nobody has seen both
 * sides of it, hence a switch.
 */
export type IdentityTypeMeaning = 'vendor' | 'reversed' | 'ignored'

type Kind = 'person' | 'organization'

const everybody: readonly Kind[] = ['person', 'organization']

const meanings: Readonly<Record<IdentityTypeMeaning, ReadonlyMap<number, readonly Kind[]>>> = {
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
export const kindsMeant = (identityType: number | null | undefined, meaning: IdentityTypeMeaning): readonly Kind[] =>
  meanings[meaning].get(identityType ?? 0) ?? everybody
