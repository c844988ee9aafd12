import { err, ok, type Result } from 'neverthrow'
import type { Config, Opened } from '@siagh-sync/service'
import type { Sync, SyncError } from '@siagh-sync/sync-core'
import { busy, takeLease } from '@siagh-sync/sync-core/long-work'
import { worded } from '@siagh-sync/sync-core/messages'
import type { Answer, Answered } from '../answer'
import { withSync } from '../context'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { failureOf, misuse } from '../failure'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import { beside } from '../output/beside'
import type { Style } from '../output/style'
import { paragraph } from '../output/wrap'
import { define } from './define'

interface Options {
  readonly done?: boolean
  readonly back?: boolean
}

const STEPS = ['check', 'probe', 'backup', 'import-dry', 'import', 'shadow', 'held', 'live'] as const

/** The mark of the store that says how many steps are done. */
const MARK = 'go-live'

export const registerGoLive = define(
  {
    usage: 'go-live',
    summary: 'help_go_live',
    examples: [
      ['go-live', 'help_go_live_where'],
      ['go-live --done', 'help_go_live_done'],
    ],
  },
  (command, say) => command.option('--done', say('opt_go_live_done')).option('--back', say('opt_go_live_back')),
  (context, { done, back }: Options) => {
    if (done && back) return Promise.resolve(err(misuse(cliSaying('go_live_one_only'))))
    return withSync(context, (opened) => walk(opened, done ? 1 : back ? -1 : 0))
  },
)

async function walk({ sync, config }: Opened, by: -1 | 0 | 1): Answered {
  const read = await sync.internals.store.marks.get(sync.company, MARK)
  if (read.isErr()) return err(failureOf(read.error))
  const before = Math.min(read.value ?? 0, STEPS.length)
  const step = STEPS[before]
  if (by === 1 && step !== undefined && !isInForce(step, config)) {
    const { mode, hold } = config
    const shownHold = typeof hold === 'string' ? hold : typeof hold === 'object' ? JSON.stringify(hold) : 'a function'
    return err(misuse(cliSaying('go_live_not_yet', { mode, hold: shownHold, what: cliSaying(`go_live_${step}`) })))
  }
  const now = Math.max(0, Math.min(STEPS.length, before + by))
  const written = now === before ? ok(undefined) : await setMark(sync, now)
  return written.map(() => answerOf(now)).mapErr(failureOf)
}

/** Whether the configuration says what the step asks for. The other steps are for a person to say. */
function isInForce(step: (typeof STEPS)[number], { mode, hold }: Config): boolean {
  switch (step) {
    case 'shadow':
      return mode === 'shadow'
    case 'held':
      return mode === 'live' && hold !== 'none'
    case 'live':
      return mode === 'live' && hold === 'none'
    case 'check':
    case 'probe':
    case 'backup':
    case 'import-dry':
    case 'import':
      return true
  }
}

async function setMark({ company, internals }: Sync, value: number): Promise<Result<undefined, SyncError>> {
  const taken = await takeLease(internals, { company, kind: 'identity', id: MARK })
  if (taken.isErr()) return err(taken.error)
  if (taken.value === null) return err(busy(worded('busy_taken_over')))
  const { hold, giveBack } = taken.value
  const set = await internals.store.marks.set(hold.lease, MARK, value)
  await giveBack()
  return set.andThen((end) => (end === 'set' ? ok(undefined) : err(busy(worded('busy_taken_over')))))
}

function answerOf(done: number): Answer {
  const next = STEPS[done]
  return {
    exitCode: next === undefined ? DONE : DONE_WITH_FAILURES,
    result: {
      done: STEPS.slice(0, done),
      ...(next !== undefined && { next, todo: inEnglish(cliSaying(`go_live_${next}`)) }),
    },
    text: (style) => textOf(done, style),
  }
}

function textOf(done: number, style: Style): string {
  const { speech, colors } = style
  const next = STEPS[done]
  const states = STEPS.map((_, at) =>
    at < done
      ? speech.say('go_live_done')
      : at === done
        ? colors.bold(speech.say('go_live_next'))
        : speech.say('go_live_later'),
  )
  return [
    ...beside(style, STEPS, states),
    '',
    ...(next === undefined
      ? [speech.say('go_live_all_done')]
      : [paragraph(style, speech.say(`go_live_${next}`)), speech.say('go_live_then')]),
    ...(done > 0 ? [speech.say('go_live_go_back')] : []),
  ].join('\n')
}
