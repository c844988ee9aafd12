import type { CrmClient } from '@siagh-sync/crm-client'
import type { ApiError, SiaghClient, System } from '@siagh-sync/siagh-client'
import { errAsync, type ResultAsync } from 'neverthrow'
import { worded } from '../messages/core-messages'

/**
 * The same clients, which refuse every write and send nothing. The gate of a run has refused the write before. This is
 * the second guard of the shadow, for whatever does not ask a gate.
 */
export function refuseWrites(clients: { readonly siagh: SiaghClient; readonly crm: CrmClient }): {
  readonly siagh: SiaghClient
  readonly crm: CrmClient
} {
  const siagh = () => refused('siagh')
  const crm = () => refused('crm')
  return {
    siagh: { ...clients.siagh, createContact: siagh, updateContact: siagh, createPreInvoice: siagh },
    crm: { ...clients.crm, createPerson: crm, createOrganization: crm, updatePerson: crm, updateOrganization: crm },
  }
}

function refused(system: System): ResultAsync<never, ApiError> {
  const { message } = worded('shadow_writes_nothing')
  return errAsync({ kind: 'rejected', retryable: false, system, message, reasons: [] })
}
