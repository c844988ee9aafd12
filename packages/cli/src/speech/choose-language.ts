import type { Language } from '@siagh-sync/sync-core/messages'

/** The language and the digits of the output. */
export interface SpokenTo {
  readonly language: Language
  /** The digits of numbers and times. Ids always have ASCII digits, because a person copies them. */
  readonly digits: 'latin' | 'fa'
}

/** The variables that name a language, the strongest first (POSIX, "Internationalization Variables"). */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/**
 * The language of a command. `--lang` decides. Without it, the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set
 * decides: Persian if it begins with `fa`, else English. This runs before the command line is parsed, so an error in
 * the command line is already in the right language.
 */
export function chooseLanguage(args: readonly string[], env: NodeJS.ProcessEnv): SpokenTo {
  const asked = valueOf(args, '--lang')
  const usual = VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== '')
  const isPersian = asked === 'fa' || (asked !== 'en' && /^fa(?![a-z])/i.test(usual ?? ''))
  return { language: isPersian ? 'fa' : 'en', digits: valueOf(args, '--digits') === 'fa' ? 'fa' : 'latin' }
}

/** The value of an option, read as commander reads it: the last one counts, and after `--` there are no options. */
function valueOf(args: readonly string[], option: string): string | undefined {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  return options
    .flatMap((arg, at) => {
      if (arg === option) return [options[at + 1] ?? '']
      return arg.startsWith(`${option}=`) ? [arg.slice(option.length + 1)] : []
    })
    .at(-1)
}
