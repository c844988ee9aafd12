import type { Language } from '@siagh-sync/sync-core/messages'

/** How a person is spoken to. */
export interface SpokenTo {
  readonly language: Language
  /** The digits that numbers and times are written with. Ids keep those of ASCII, since they are there to be copied. */
  readonly digits: 'latin' | 'fa'
}

/** What the environment says of languages, the strongest first (POSIX, "Internationalization Variables"). */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const

/**
 * The language of a command line: what `--lang` says, else Persian where the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set begins
 * with `fa`, else English. It is read before the command line is looked at, so that what is wrong with that is told in it too.
 */
export function chooseLanguage(args: readonly string[], env: NodeJS.ProcessEnv): SpokenTo {
  const asked = valueOf(args, '--lang')
  const usual = VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== '')
  const isPersian = asked === 'fa' || (asked !== 'en' && /^fa(?![a-z])/i.test(usual ?? ''))
  return { language: isPersian ? 'fa' : 'en', digits: valueOf(args, '--digits') === 'fa' ? 'fa' : 'latin' }
}

/** The value of an option as commander reads it: the last one counts, and nothing behind `--` is an option. */
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
