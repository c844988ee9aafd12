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
  if (next === undefined) return paragraphs(style, speech.say('go_live_all_done'))
  if (taken.at(-1)?.isDone === false) return paragraphs(style, speech.say('go_live_again'))
  if (taken.length === 0) return [...listOf(done, style), '', ...nextOf(next, style)].join('\n')
  const title = cliSaying(`go_live_title_${next}`)
  return paragraphs(style, colors.bold(speech.say('go_live_next_is', { next, title })))
}

function nextOf(next: StepName, style: Style): readonly string[] {
  const { speech } = style
  return [speech.say(`go_live_about_${next}`), speech.say('go_live_take_next')].map((text) => paragraphs(style, text))
}

/** Every step, and whether it is done. */
function listOf(done: number, style: Style): readonly string[] {
  const { speech, colors } = style
  const width = Math.max(...STEPS.map((name) => name.length))
  const states = STEPS.map((_, at) =>
    speech.say(at < done ? 'go_live_done' : at === done ? 'go_live_next' : 'go_live_later'),
  )
  const stateWidth = Math.max(...states.map((state) => stringWidth(state)))
  return STEPS.map((name, at) => {
    const state = padded(style, states[at] ?? '', stateWidth)
    const line = `${padded(style, name, width)}  ${state}  ${speech.say(`go_live_title_${name}`)}`
    return at === done ? colors.bold(line) : line
  })
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
