import type { Answer } from '../answer'
import { DONE, DONE_WITH_FAILURES, type ExitCode } from '../exit-codes'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import { padded } from '../output/beside'
import type { Style } from '../output/style'
import { paragraphs } from '../output/wrap'
import stringWidth from 'string-width'
import { STEPS, type StepName } from './steps'
import type { StepEnd } from './walk'

/** A step that was taken now. */
export interface StepTaken extends StepEnd {
  readonly step: StepName
}

/** How far it is, with what was taken now. `isLeft`: nothing was taken, or a person has said no. */
export function progressAnswer(done: number, taken: readonly StepTaken[]): Answer {
  const next = STEPS[done]
  return {
    exitCode: exitCodeOf(next, taken),
    result: {
      done: STEPS.slice(0, done),
      ...(next !== undefined && { next, todo: inEnglish(cliSaying(`go_live_about_${next}`)) }),
      steps: taken.map(({ step, isDone, found, todo }) => ({
        step,
        done: isDone,
        found: found.map(inEnglish),
        ...(!isDone && { todo: todo.map(inEnglish) }),
      })),
    },
    text: (style) => progressText(done, taken, style),
  }
}

function exitCodeOf(next: StepName | undefined, taken: readonly StepTaken[]): ExitCode {
  const last = taken.at(-1)
  if (last?.isDone === false && last.exitCode !== DONE) return last.exitCode
  return next === undefined ? DONE : DONE_WITH_FAILURES
}

function progressText(done: number, taken: readonly StepTaken[], style: Style): string {
  const { speech, colors } = style
  const next = STEPS[done]
  const width = Math.max(...STEPS.map((name) => name.length))
  const states = STEPS.map((_, at) =>
    speech.say(at < done ? 'go_live_done' : at === done ? 'go_live_next' : 'go_live_later'),
  )
  const stateWidth = Math.max(...states.map((state) => stringWidth(state)))
  const lines = STEPS.map((name, at) => {
    const line = `${padded(style, name, width)}  ${padded(style, states[at] ?? '', stateWidth)}  ${speech.say(`go_live_title_${name}`)}`
    return at === done ? colors.bold(line) : line
  })
  const end =
    next === undefined
      ? [paragraphs(style, speech.say('go_live_all_done'))]
      : taken.at(-1)?.isDone === false
        ? [paragraphs(style, speech.say('go_live_again'))]
        : [paragraphs(style, speech.say(`go_live_about_${next}`)), paragraphs(style, speech.say('go_live_take_next'))]
  return [...(taken.length > 0 ? [''] : []), ...lines, '', ...end].join('\n')
}

/** What a step came to, what to do, and how to go back. */
export function stepText({ step, isDone, found, todo }: StepTaken, style: Style): string {
  const { speech, colors } = style
  const lines = [
    ...found.map((each) => speech.tell(each)),
    ...(isDone ? [speech.say('go_live_step_done', { step })] : todo.map((each) => speech.tell(each))),
    speech.say(`go_live_back_${step}`),
  ]
  const [first = '', ...rest] = lines.map((line) => paragraphs(style, line))
  return ['', colors.bold(first), ...rest, ''].join('\n')
}
