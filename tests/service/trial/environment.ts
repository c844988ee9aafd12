import { sampleSite, type ListeningSandbox, type Sandbox } from '@siagh-sync/sandbox'

/** What opens the webhooks of a trial. */
export const secret = 'a-secret-of-16-c'

/** What opens the operator's endpoints of a trial. */
export const token = 'a-token-of-16-characters'

/** The variables of a service between the two servers of the sandbox, on a port of its own. */
export function environmentFor({ siagh, crm }: Sandbox, { siaghUrl, crmUrl }: ListeningSandbox): NodeJS.ProcessEnv {
  return {
    SIAGH_URL: siaghUrl,
    SIAGH_USERNAME: siagh.username,
    SIAGH_PASSWORD: siagh.password,
    CRM_URL: crmUrl,
    CRM_USERNAME: crm.username,
    CRM_PASSWORD: crm.password,
    WEBHOOK_SECRET: secret,
    OPERATOR_TOKEN: token,
    PORT: '0',
    ...sampleSite.environment,
  }
}
