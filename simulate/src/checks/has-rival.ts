import type { Ledger } from './ledger'

/** Whether a record is an identity, or a document of one, that names a contact which another identity has named as well. */
export function hasRival({ crm }: Ledger, id: string): boolean {
  const customers = (crm.documents().get(id) ?? []).flatMap(({ object }) => object?.identityId ?? [])
  return [id, ...customers].some((identity) => {
    const claims = claimsOf(crm.identities().get(identity))
    return [...crm.identities()].some(
      ([other, states]) => other !== identity && [...claimsOf(states)].some((claim) => claims.has(claim)),
    )
  })
}

type States = ReturnType<Ledger['crm']['identities']> extends ReadonlyMap<string, infer T> ? T : never

/** The customer numbers that an identity ever had. */
export function claimsOf(states: States | undefined): ReadonlySet<string> {
  return new Set((states ?? []).flatMap(({ object }) => object?.customerNumber || []))
}
