import { createCrmClient, type CrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient, type SiaghClient, type TransportEvent } from '@siagh-sync/siagh-client'
import type { Logger } from '@siagh-sync/sync-core'
import type { Config } from '../config/schema'

/** The clients of both servers. What their transports tell goes to the log, ids and counts alone, and to `onEvent`. */
export function openClients(
  { siagh, crm }: Config,
  logger: Logger,
  onEvent: (event: TransportEvent) => void = () => {},
): { readonly crm: CrmClient; readonly siagh: SiaghClient } {
  const log = logEvent(logger)
  const options = {
    onEvent: (event: TransportEvent) => {
      log(event)
      onEvent(event)
    },
  }
  const { baseUrl, username, password, passwordMd5 } = siagh
  const secret = passwordMd5 === undefined ? { password: password ?? '' } : { passwordMd5 }
  return {
    crm: createCrmClient({ ...options, ...crm }),
    siagh: createSiaghClient({ ...options, baseUrl, username, ...secret }),
  }
}

function logEvent(logger: Logger): (event: TransportEvent) => void {
  return (event) => {
    const isTrouble = event.kind === 'circuit' || (event.kind === 'login' && event.outcome !== 'ok')
    if (isTrouble) logger.warn(event, 'a server makes trouble')
    else logger.debug(event, 'transport')
  }
}
