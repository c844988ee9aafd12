import { createCrmClient, type CrmClient } from '@siagh-sync/crm-client'
import {
  createSiaghClient,
  type SiaghClient,
  type SiaghSecret,
  type TransportEvent,
  type TransportOptions,
} from '@siagh-sync/siagh-client'
import type { Logger } from '@siagh-sync/sync-core'
import type { Config } from './config'

/** The clients of both servers. What their transports tell goes to the log: ids and counts alone. */
export function createClients(
  config: Config,
  logger: Logger,
  transport: TransportOptions = {},
): { readonly crm: CrmClient; readonly siagh: SiaghClient } {
  const options = { ...transport, onEvent: logEvent(logger) }
  return {
    crm: createCrmClient({
      ...options,
      baseUrl: config.CRM_URL,
      username: config.CRM_USERNAME,
      password: config.CRM_PASSWORD,
    }),
    siagh: createSiaghClient({
      ...options,
      baseUrl: config.SIAGH_URL,
      username: config.SIAGH_USERNAME,
      ...siaghSecret(config),
    }),
  }
}

function siaghSecret({ SIAGH_PASSWORD, SIAGH_PASSWORD_MD5 }: Config): SiaghSecret {
  return SIAGH_PASSWORD_MD5 ? { passwordMd5: SIAGH_PASSWORD_MD5 } : { password: SIAGH_PASSWORD ?? '' }
}

function logEvent(logger: Logger): (event: TransportEvent) => void {
  return (event) => {
    const isTrouble = event.kind === 'circuit' || (event.kind === 'login' && event.outcome !== 'ok')
    if (isTrouble) logger.warn(event, 'a server makes trouble')
    else logger.debug(event, 'transport')
  }
}
