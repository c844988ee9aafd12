import type { Saying } from '@siagh-sync/sync-core/messages'
import { ok, type Result } from 'neverthrow'
import type { Answer } from '../answer'
import { askYesOrNo, canAsk } from '../ask-yes-or-no'
import type { CommandContext } from '../context'
import type { ExitCode } from '../exit-codes'
import type { Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { styleOf } from '../output/style'
import { paragraphs } from '../output/wrap'

/** What a step came to. */
export interface StepEnd {
  readonly isDone: boolean
  /** Of the command that it ran. */
  readonly exitCode: ExitCode
  /** What was found, one sentence each. */
  readonly found: readonly Saying[]
  /** What a person has to do, if it is not done. */
  readonly todo: readonly Saying[]
}

/** What a step works with. */
export interface Walk {
  readonly context: CommandContext
  /** Whether `--yes` was said. */
  readonly isYes: boolean
  /** Prints what a command found. */
  readonly show: (answer: Answer) => void
  /** Says something on stderr. */
  readonly tell: (saying: Saying) => void
  /** Whether a person wants it. `--yes` says yes; where nobody can be asked, it is no. */
  readonly consents: (question: Saying) => Promise<Result<boolean, Failure>>
  /** Whether a person who has looked is content. `--yes` has not looked: then, and where nobody can be asked, it is no. */
  readonly isContent: (question: Saying) => Promise<Result<boolean, Failure>>
}

/** `isYes`: whatever can be answered without looking is answered by yes. */
export function createWalk(context: CommandContext, isYes: boolean): Walk {
  const { io, options, speech } = context
  const left = cliSaying('go_live_left')
  const ask = async (question: Saying): Promise<Result<boolean, Failure>> =>
    !isYes && canAsk(context) ? askYesOrNo(context, speech.tell(question), left) : ok(false)
  return {
    context,
    isYes,
    show: (answer) => {
      context.progress.clear()
      if (options.json !== true) context.announce(answer)
    },
    tell: (saying) => {
      if (options.json !== true) context.note(paragraphs(styleOf(io.stderr, io.env, speech), speech.tell(saying)))
    },
    consents: async (question) => (isYes ? ok(true) : ask(question)),
    isContent: ask,
  }
}
