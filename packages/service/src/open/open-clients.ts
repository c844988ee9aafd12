import { createCrmClient, type CrmClient } from '@siagh-sync/crm-client'
import {
  createSiaghClient,
  type SiaghClient,
  type TransportEvent,
  type TransportOptions,
} from '@siagh-sync/siagh-client'
import type { Logger } from '@siagh-sync/sync-core'
import type { Config } from '../config/resolve-config'
import type { Recorder } from '../recording/record-exchanges'

/**
 * The clients of both servers. The events of their transports go to the log, with only ids and counts, and to
 * `transport.onEvent`. `transport`: the options of both transports. `recorder` writes down what they say.
 */
export function openClients(
  { siagh, crm }: Pick<Config, 'siagh' | 'crm'>,
  logger: Logger,
  { onEvent, ...transport }: TransportOptions = {},
  recorder?: Recorder,
): { readonly crm: CrmClient; readonly siagh: SiaghClient } {
  const log = logEvent(logger)
  const options: TransportOptions = {
    ...transport,
    onEvent: (event) => {
      log(event)
      onEvent?.(event)
    },
  }
  const { baseUrl, username, password, passwordMd5 } = siagh
  const secret = passwordMd5 === undefined ? { password: password ?? '' } : { passwordMd5 }
  const fetchOf = (system: 'siagh' | 'crm', url: string) =>
    recorder === undefined ? {} : { fetch: recorder.fetchOf({ system, baseUrl: url }, transport.fetch) }
  return {
    crm: createCrmClient({ ...options, ...fetchOf('crm', crm.baseUrl), ...crm }),
    siagh: createSiaghClient({ ...options, ...fetchOf('siagh', baseUrl), baseUrl, username, ...secret }),
  }
}

function logEvent(logger: Logger): (event: TransportEvent) => void {
  return (event) => {
    const isTrouble = event.kind === 'circuit' || (event.kind === 'login' && event.outcome !== 'ok')
    if (isTrouble) logger.warn(event, 'a server makes trouble')
    else logger.debug(event, 'transport')
  }
}
