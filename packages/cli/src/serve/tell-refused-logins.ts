import type { Logger } from '@siagh-sync/sync-core'
import type { Opened } from '../open/open-sync'

/**
 * Logs in to both servers and logs an error where one refuses user or password: a wrong password shows at the start, and not only when the
 * first change fails. The workers use the same sessions. A server that is away is no news here, since the changes wait for it.
 */
export async function tellRefusedLogins({
  crm,
  siagh,
  logger,
}: Pick<Opened, 'crm' | 'siagh' | 'logger'>): Promise<void> {
  await Promise.all([
    crm
      .login()
      .match(
        () => {},
        refusalTeller(
          logger,
          'the CRM refuses user or password: set CRM_USERNAME and CRM_PASSWORD right, and start again',
        ),
      ),
    siagh
      .login()
      .match(
        () => {},
        refusalTeller(
          logger,
          'Siagh refuses user or password: set SIAGH_USERNAME and SIAGH_PASSWORD right, and start again',
        ),
      ),
  ])
}

function refusalTeller(logger: Logger, sentence: string): (error: { readonly kind: string }) => void {
  return ({ kind }) => {
    if (kind === 'unauthorized') logger.error({ error: kind }, sentence)
  }
}
