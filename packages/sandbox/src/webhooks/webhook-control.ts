import type { SandboxClock } from '../clock'
import type { Speech } from '../dialect/dialect'
import type { CrmKind } from '../crm/crm-objects'
import type { CrmEvent } from '../crm/object-table'
import type { Random } from '../random'
import { createOutbox } from './outbox'
import { defaultSettings, type Delivery, type WebhookSettings } from './webhook-settings'
import { webhookTypeOf, webhookUrl, type WebhookType } from './webhook-url'

/** The CRM's webhooks. Whether a webhook that fails is sent again says the dialect. */
export interface WebhookControl {
  readonly set: (settings: Partial<WebhookSettings>) => void
  /** Points all types at `<base>/identity`, `<base>/invoice` and `<base>/quote`; a query string of `base` is kept. */
  readonly pointAt: (base: string) => void
  readonly settings: () => WebhookSettings
  /** Sends an event again, or one that never happened. */
  readonly fire: (event: CrmEvent, kind: CrmKind, id: string) => void
  /** Every webhook that was due, in order; the list grows, and states change as answers come. */
  readonly deliveries: () => readonly Delivery[]
  /** Resolves when no webhook is waiting to be sent or answered. */
  readonly idle: () => Promise<void>
}

const pointed = (base: string): Record<WebhookType, string> => {
  const [path = '', query] = base.split('?', 2)
  const at = (name: string): string => `${path.replace(/\/$/, '')}/${name}${query === undefined ? '' : `?${query}`}`
  return { Identity: at('identity'), Invoice: at('invoice'), Quote: at('quote') }
}

/** Webhooks that go nowhere until a target is set. */
export const createWebhooks = (
  clock: SandboxClock,
  random: Random,
  speech: Speech,
): { control: WebhookControl; changed: (event: CrmEvent, kind: CrmKind, id: string) => void } => {
  let settings = defaultSettings
  const outbox = createOutbox(clock, random, () => ({
    ...settings,
    isRetried: speech.now().webhookRetry === 'after-failure',
  }))

  const fire = (event: CrmEvent, kind: CrmKind, id: string): void => {
    const type = webhookTypeOf[kind]
    const typed = typeof settings.target === 'object' ? settings.target[type] : settings.target
    const ticked = settings.events[type]
    if (typed === undefined || (ticked !== undefined && !ticked.includes(event))) return
    outbox.post({ event, id, type, url: webhookUrl(typed, { event, kind, id }, speech.now()) })
  }

  return {
    control: {
      set: (changes) => {
        settings = { ...settings, ...changes }
      },
      pointAt: (base) => {
        settings = { ...settings, target: pointed(base) }
      },
      settings: () => settings,
      fire,
      deliveries: outbox.deliveries,
      idle: outbox.idle,
    },
    changed: (event, kind, id) => {
      const { webhookOnCreate } = speech.now()
      const isCreation = event === 'Insert'
      if (!isCreation || webhookOnCreate !== 'update') fire(event, kind, id)
      if (!isCreation || webhookOnCreate === 'insert') return
      for (let update = 0; update < settings.updatesAfterInsert; update += 1) fire('Update', kind, id)
    },
  }
}
