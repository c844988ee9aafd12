import type { SiaghUser } from '@siagh-sync/siagh-client'
import { readGuid } from '@siagh-sync/sync-core/matching'
import type { Candidate } from './plan'
import type { ImportBasis } from './import-basis'

/** For each identity, the contact that names it by `tmpid` or `refId`: its number plus 1. 0: none. -1: several. */
export type Named = Int32Array

/**
 * Reads all contacts, even those that are left out: an identity that one of them names cannot belong to another
 * contact.
 */
export function* nameSurely(basis: ImportBasis, batch: number): Generator<number, Named> {
  const named = new Int32Array(basis.identities.length())
  for (let number = 0; number < basis.contacts.length(); number += 1) {
    for (const { identity } of surelyNamed(basis, basis.contacts.at(number))) {
      named[identity] = named[identity] === 0 ? number + 1 : -1
    }
    if (number % batch === 0) yield 0
  }
  return named
}

/**
 * The identities that a contact's `tmpid` and `RecordId` name, each once. A `refId` may also hold the contact's `tmpid`:
 * a live site wrote the `RecordId` there first and the `tmpid` later.
 */
export function surelyNamed({ identities }: ImportBasis, { tmpid, RecordId }: SiaghUser): readonly Candidate[] {
  const ourTmpid = readGuid(tmpid ?? '')
  const named = ourTmpid === null ? undefined : identities.byId(ourTmpid)
  const referring = [RecordId, ...(ourTmpid === null ? [] : [ourTmpid])].flatMap((id) => identities.byRefId(id))
  return [
    ...(named === undefined ? [] : [{ identity: named, by: 'tmpid' as const }]),
    ...[...new Set(referring)]
      .filter((identity) => identity !== named)
      .map((identity) => ({ identity, by: 'refId' as const })),
  ]
}
