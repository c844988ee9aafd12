import { err, ok, type Result } from 'neverthrow'
import { serviceSaying } from '../messages/service-messages'
import { configError, type ConfigError } from './config-error'
import type { ServiceConfig } from './resolve-config'

/** An error if the role takes webhooks and a company has no secret for them. */
export function demandSecrets(config: ServiceConfig): Result<ServiceConfig, ConfigError> {
  const without = config.companies.filter(({ webhook }) => webhook.secrets.length === 0)
  if (config.role === 'worker' || without.length === 0) return ok(config)
  const details = without.map(({ company }) => {
    const name = serviceSaying('setting_with_variable', { path: 'webhook.secrets', variable: 'WEBHOOK_SECRET' })
    const setting = config.companies.length > 1 ? serviceSaying('setting_of_company', { setting: name, company }) : name
    return serviceSaying('setting_fault', { setting, fault: serviceSaying('secret_for_serve') })
  })
  return err(configError({ message: serviceSaying('config_wrong'), details }))
}
