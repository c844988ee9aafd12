import type { SiaghUser } from '@siagh-sync/siagh-client'
import { readGuid } from '../key'
import type { Candidate } from './plan'
import type { Sides } from './sides'

/** Which contact names each identity by mark or `refId`: its number and 1; 0 for none, -1 for several. */
export type Named = Int32Array

/** Looks at all contacts, also at those that stay out: what is named as theirs is nobody else's. */
export function* nameSurely(sides: Sides, batch: number): Generator<number, Named> {
  const named = new Int32Array(sides.identities.length())
  for (let number = 0; number < sides.contacts.length(); number += 1) {
    for (const { identity } of surelyNamed(sides, sides.contacts.at(number))) {
      named[identity] = named[identity] === 0 ? number + 1 : -1
    }
    if (number % batch === 0) yield 0
  }
  return named
}

/** The identities that a contact's mark and `RecordId` name, each once. */
export function surelyNamed({ identities }: Sides, { tmpid, RecordId }: SiaghUser): readonly Candidate[] {
  const markedId = readGuid(tmpid ?? '')
  const marked = markedId === null ? undefined : identities.byId(markedId)
  const referring = identities.byRefId(RecordId).filter((identity) => identity !== marked)
  return [
    ...(marked === undefined ? [] : [{ identity: marked, by: 'mark' as const }]),
    ...referring.map((identity) => ({ identity, by: 'refId' as const })),
  ]
}
