import { createCrmClient, type NewOrganization, type NewPerson, type Person } from '@siagh-sync/crm-client'
import type { OrganizationFields, PersonFields } from '@siagh-sync/sandbox'
import type { Result } from 'neverthrow'
import type { Stage } from './stage'

/** Somebody who works in the CRM, by its API. Every method answers the `crmId`, or rejects with the reason. */
export interface CrmUser {
  createPerson(sample: PersonFields): Promise<string>
  createOrganization(sample: OrganizationFields): Promise<string>
  /** Changes some fields of a person. */
  editPerson(id: string, change: Partial<Person>): Promise<string>
  /** Calls made so far. */
  calls(): number
}

export function createCrmUser({ sandbox, servers }: Stage): CrmUser {
  const { username, password } = sandbox.crm
  let calls = 0
  const counted: typeof fetch = (...request) => {
    calls += 1
    return fetch(...request)
  }
  const crm = createCrmClient({ baseUrl: servers.crmUrl, username, password, fetch: counted })
  const idOf = ({ crmId }: { readonly crmId: string }) => crmId
  return {
    createPerson: async (sample) => idOf(orThrow(await crm.createPerson(newPerson(sample)))),
    createOrganization: async (sample) => idOf(orThrow(await crm.createOrganization(newOrganization(sample)))),
    async editPerson(id, change) {
      const person = orThrow(await crm.getPerson(id))
      return idOf(orThrow(await crm.updatePerson({ ...person, ...change })))
    },
    calls: () => calls,
  }
}

function newPerson({ firstName = '', lastName = '', ...sample }: PersonFields): NewPerson {
  return { firstName, lastName, ...common(sample) }
}

function newOrganization({ registerNumber = '', ...sample }: OrganizationFields): NewOrganization {
  return { registerNumber, ...common(sample) }
}

function common({
  nickName = '',
  nationalCode = '',
  email = '',
  phoneContacts = [],
  addressContacts = [],
}: Omit<PersonFields, 'firstName' | 'lastName'>): NewPerson & NewOrganization {
  return { nickName, nationalCode, email, phoneContacts, addressContacts }
}

function orThrow<T>(result: Result<T, { readonly message: string }>): T {
  if (result.isErr()) throw new Error(`the CRM: ${result.error.message}`)
  return result.value
}
