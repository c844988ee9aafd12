import { render, type Param, type ParamsOf, type Saying } from '@siagh-sync/sync-core/messages'
import { cliMessages, cliSaying } from '../messages/cli-messages'
import { partsOf } from '../output/time'
import type { SpokenTo } from './choose-language'
import { jalaliDate } from './jalali-date'

type Messages = typeof cliMessages

/** How a command speaks to the person at the terminal. */
export interface Speech extends SpokenTo {
  /** One of the messages, in the language of the person. */
  say<Code extends keyof Messages>(code: Code, ...params: ParamsOf<Messages[Code]>): string
  /** Anything that is to be said; the words of a server as they are. */
  tell(saying: Saying | string): string
  number(value: number): string
  /** Parts of a list behind one another, with the comma of the language between them. */
  list(parts: readonly string[]): string
  /** `2025-11-25 17:33` or `1404/09/04 17:33`, in Tehran. */
  minute(at: number | Date): string
  /** The same with seconds. */
  second(at: number | Date): string
  /** `3 min`, `2 d`: rounded down to the largest unit there is one of. */
  duration(ms: number): string
}

/** Speaks so. */
export function createSpeech(spokenTo: SpokenTo): Speech {
  const { language, digits } = spokenTo
  const inDigits = digits === 'fa' ? persianDigits : (text: string) => text
  const number = (value: number) => inDigits(String(value))
  const dateOf = (at: number | Date) => (language === 'fa' ? jalaliDate(at) : partsOf(at).date)
  const second = (at: number | Date) => inDigits(`${dateOf(at)} ${partsOf(at).time}`)
  const tell = (saying: Saying | string) =>
    typeof saying === 'string'
      ? saying
      : (render(cliMessages, language, withTimes(saying, second), number) ?? saying.code)
  return {
    ...spokenTo,
    say: (code, ...params) => tell(cliSaying(code, ...params)),
    tell,
    number,
    list: (parts) => parts.join(language === 'fa' ? '، ' : ', '),
    minute: (at) => inDigits(`${dateOf(at)} ${partsOf(at).time.slice(0, -3)}`),
    second,
    duration: (ms) => tell(durationSaying(ms)),
  }
}

/** `2026-03-01T11:00:00.000Z`, as messages hold times. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** A saying whose times are written as all other times on the terminal. */
function withTimes(saying: Saying, write: (at: Date) => string): Saying {
  const written = (param: Param): Param => {
    if (typeof param === 'object') return withTimes(param, write)
    return typeof param === 'string' && INSTANT.test(param) ? write(new Date(param)) : param
  }
  const params = Object.entries(saying.params ?? {}).map(([name, param]) => [name, written(param)] as const)
  return { ...saying, params: Object.fromEntries<Param>(params) }
}

const UNITS = [
  [86_400_000, 'days'],
  [3_600_000, 'hours'],
  [60_000, 'minutes'],
  [1_000, 'seconds'],
] as const

/** A time that has passed or is to pass, to be said in any language. */
export function durationSaying(ms: number): Saying {
  const [size, unit] = UNITS.find(([each]) => ms >= each) ?? [1_000, 'seconds']
  return cliSaying(unit, { count: Math.floor(Math.max(ms, 0) / size) })
}

/** The digits of ASCII as those of Persian. */
function persianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
}
