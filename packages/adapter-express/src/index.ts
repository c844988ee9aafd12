export { crmWebhooks } from './crm-webhooks'
export { healthEndpoints } from './health-endpoints'
export { allOf, allowIps, anyOf, sharedSecret, signature } from '@siagh-sync/webhooks'
export type {
  Authenticator,
  Credentials,
  CrmWebhooksOptions,
  HealthOptions,
  SecretPlaces,
  Secrets,
  Verdict,
} from '@siagh-sync/webhooks'
