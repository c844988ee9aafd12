import { render, sayingOf, type MessageText, type Saying } from '@siagh-sync/sync-core/messages'
import { serviceMessages } from '@siagh-sync/service/messages'
import { probeMessages } from '@siagh-sync/probe'
import { checkMessages, checkNames } from './check-messages'
import { commandMessages } from './command-messages'
import { goLiveHelp } from './go-live-help'
import { goLiveMessages } from './go-live-messages'
import { goLiveSteps } from './go-live-steps'
import { headMessages } from './head-messages'
import { heldHelp } from './held-help'
import { heldMessages } from './held-messages'
import { helpMessages, helpParts } from './help-messages'
import { helpNotes } from './help-notes'
import { importMessages, importWords } from './import-messages'
import { initMessages } from './init-messages'
import { optionMessages } from './option-messages'
import { probingMessages } from './probing-messages'
import { driftMessages, reconcileMessages } from './reconcile-messages'
import { remoteMessages } from './remote-messages'
import { sandboxMessages } from './sandbox-messages'
import { shadowHelp, shadowMessages } from './shadow-messages'
import { storeMessages } from './store-messages'
import { trialMessages } from './trial-messages'
import { usageMessages } from './usage-messages'
import { userMessages } from './user-messages'

/** Everything that a command says to a person, with what the service and the core say, by its code. */
export const cliMessages = {
  ...serviceMessages,
  ...checkMessages,
  ...checkNames,
  ...commandMessages,
  ...driftMessages,
  ...goLiveHelp,
  ...goLiveMessages,
  ...goLiveSteps,
  ...headMessages,
  ...heldHelp,
  ...heldMessages,
  ...helpMessages,
  ...helpNotes,
  ...helpParts,
  ...importMessages,
  ...importWords,
  ...initMessages,
  ...optionMessages,
  ...probeMessages,
  ...probingMessages,
  ...reconcileMessages,
  ...remoteMessages,
  ...sandboxMessages,
  ...shadowHelp,
  ...shadowMessages,
  ...storeMessages,
  ...trialMessages,
  ...usageMessages,
  ...userMessages,
} satisfies Readonly<Record<string, MessageText>>

/** One of these messages, to be said in any language. */
export const cliSaying = sayingOf(cliMessages)

/** What is said, in English: for `--json`, which is the same in every language. */
export function inEnglish(saying: Saying | string): string {
  return typeof saying === 'string' ? saying : (render(cliMessages, 'en', saying) ?? saying.code)
}
