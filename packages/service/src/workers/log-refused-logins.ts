import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import type { Logger } from '@siagh-sync/sync-core'

/** The clients of one company. */
interface Clients {
  readonly company: string
  readonly crm: Pick<CrmClient, 'login'>
  readonly siagh: Pick<SiaghClient, 'login'>
}

/**
 * Logs in to both servers of each company. Logs an error if a server refuses user or password, so that a wrong
 * password is noticed at the start and not at the first change. The workers use the same sessions. A server that is
 * away is no error: the changes wait for it. Resolves when all servers have answered, or when `signal` ends the wait.
 */
export async function logRefusedLogins(
  companies: readonly Clients[],
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const logRefusal = (company: string, sentence: string) => (error: { readonly kind: string }) => {
    if (error.kind === 'unauthorized') logger.error({ company, error: error.kind }, sentence)
  }
  const ignore = () => {}
  await Promise.all(
    companies.flatMap(({ company, crm, siagh }) => [
      crm.login({ signal }).match(ignore, logRefusal(company, REFUSED_BY_CRM)),
      siagh.login({ signal }).match(ignore, logRefusal(company, REFUSED_BY_SIAGH)),
    ]),
  )
}

const REFUSED_BY_CRM = 'the CRM refuses user or password: correct CRM_USERNAME and CRM_PASSWORD, and start again'
const REFUSED_BY_SIAGH = 'Siagh refuses user or password: correct SIAGH_USERNAME and SIAGH_PASSWORD, and start again'
