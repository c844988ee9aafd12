import { sayingOf, type MessageText } from '@siagh-sync/sync-core/messages'
import { assumptions } from './assumptions'
import { crmMessages } from './crm-messages'
import { formMessages } from './form-messages'
import { hiddenReasons, hiddenRemedies } from './hidden-messages'
import { sampleMessages } from './sample-messages'
import { siaghMessages } from './siagh-messages'

/** Everything that a probe says to a person, by its code. */
export const probeMessages = {
  ...assumptions,
  ...crmMessages,
  ...siaghMessages,
  ...formMessages,
  ...sampleMessages,
  ...hiddenReasons,
  ...hiddenRemedies,
} satisfies Readonly<Record<string, MessageText>>

/** One of these messages, to be said in any language. */
export const probeSaying = sayingOf(probeMessages)
