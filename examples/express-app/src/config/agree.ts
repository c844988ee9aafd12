type Given = Readonly<Record<string, string | undefined>>

/** What is wrong with variables that are right one by one, a sentence each. */
export function disagreements(given: Given): string[] {
  return [...aboutWebhookSecret(given), ...aboutSiaghPassword(given), ...aboutRole(given)]
}

/** A worker takes no webhooks, and what a process does not need it should not have to hold. */
function aboutWebhookSecret({ ROLE, WEBHOOK_SECRET }: Given): string[] {
  return WEBHOOK_SECRET || ROLE === 'worker' ? [] : ['WEBHOOK_SECRET must be set.']
}

function aboutSiaghPassword({ SIAGH_PASSWORD, SIAGH_PASSWORD_MD5 }: Given): string[] {
  if (SIAGH_PASSWORD && SIAGH_PASSWORD_MD5) return ['SIAGH_PASSWORD and SIAGH_PASSWORD_MD5 must not both be set.']
  return SIAGH_PASSWORD || SIAGH_PASSWORD_MD5 ? [] : ['SIAGH_PASSWORD or SIAGH_PASSWORD_MD5 must be set.']
}

function aboutRole({ ROLE, DATABASE_URL }: Given): string[] {
  if (DATABASE_URL || (ROLE !== 'web' && ROLE !== 'worker')) return []
  return [
    `DATABASE_URL must be set for ROLE ${ROLE}: without it the store is a file of this machine, and the queue rings in this process alone.`,
  ]
}
