import type { CrmDocument, CrmIdentity, Sandbox } from '@siagh-sync/sandbox'

/** A state that a record had from `at` on; `null`: it was deleted. */
interface CrmState<T> {
  readonly at: number
  readonly object: T | null
}

/** Every state that every record of the CRM ever had. */
export interface CrmHistory {
  /** Takes note of what has changed since the last look. */
  look(): void
  identities(): ReadonlyMap<string, readonly CrmState<CrmIdentity>[]>
  documents(): ReadonlyMap<string, readonly CrmState<CrmDocument>[]>
}

/** A history that begins empty. */
export function createCrmHistory(crm: Sandbox['crm'], now: () => number): CrmHistory {
  const identities = new Map<string, CrmState<CrmIdentity>[]>()
  const documents = new Map<string, CrmState<CrmDocument>[]>()
  return {
    look() {
      note(identities, crm.identities(), now())
      note(documents, crm.documents(), now())
    },
    identities: () => identities,
    documents: () => documents,
  }
}

function note<T extends { readonly crmId: string }>(
  states: Map<string, CrmState<T>[]>,
  objects: readonly T[],
  at: number,
): void {
  const present = new Set<string>()
  for (const object of objects) {
    present.add(object.crmId)
    const known = states.get(object.crmId) ?? []
    // The CRM builds an object anew with every change.
    if (known.at(-1)?.object !== object) known.push({ at, object })
    states.set(object.crmId, known)
  }
  for (const [id, known] of states) {
    if (!present.has(id) && known.at(-1)?.object !== null) known.push({ at, object: null })
  }
}
