import { err, ok, type Result } from 'neverthrow'
import type { ConfigError, ServiceConfig } from './resolve-config'

/** An error where a role takes webhooks, and nobody could open those of a company. */
export function demandSecrets(config: ServiceConfig): Result<ServiceConfig, ConfigError> {
  const without = config.companies.filter(({ webhook }) => webhook.secrets.length === 0)
  if (config.role === 'worker' || without.length === 0) return ok(config)
  const details = without.map(({ company }) => {
    const whose = config.companies.length > 1 ? ` of ${company}` : ''
    return `webhook.secrets (WEBHOOK_SECRET)${whose} must be set for serve: 16 characters or more.`
  })
  return err({ kind: 'config', message: 'The configuration is wrong:', details })
}
