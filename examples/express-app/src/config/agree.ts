import { STOP_SECONDS as STOP_BY_DEFAULT } from './fill-in'

type Given = Readonly<Record<string, string | undefined>>

/** What is wrong with variables that are right one by one, a sentence each. */
export function disagreements(given: Given): string[] {
  return [
    ...aboutWebhookSecret(given),
    ...aboutSiaghPassword(given),
    ...aboutRole(given),
    ...aboutQueue(given),
    ...aboutDrain(given),
  ]
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

/** The queue would carry between processes what only one of them has. */
function aboutQueue({ ROLE, DATABASE_URL, QUEUE_URL }: Given): string[] {
  // The other roles have been told already.
  if (!QUEUE_URL || DATABASE_URL || ROLE === 'web' || ROLE === 'worker') return []
  return [
    'DATABASE_URL must be set where QUEUE_URL is: without it the store is a file of this machine, and others on that queue would be woken for records they do not have.',
  ]
}

function aboutDrain({ DRAIN_SECONDS = '0', STOP_SECONDS = String(STOP_BY_DEFAULT) }: Given): string[] {
  const isTooLong = Number(DRAIN_SECONDS) > 0 && Number(DRAIN_SECONDS) >= Number(STOP_SECONDS)
  return isTooLong ? ['DRAIN_SECONDS must be less than STOP_SECONDS, which it is a part of.'] : []
}
