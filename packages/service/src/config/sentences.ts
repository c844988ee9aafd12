import type { Saying } from '@siagh-sync/sync-core/messages'
import type * as z from 'zod'
import { inEnglish, serviceSaying } from '../messages/service-messages'
import { asText, fromText } from './fault-text'
import { settings } from './settings'

/**
 * The message of a wrong setting, as the rest of a sentence that begins with the name of the setting. It repeats no
 * value, because the value may be a password.
 */
export function demand(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    return asText(serviceSaying('has_no_setting', { names: issue.keys.map((key) => `'${key}'`).join(', ') }))
  }
  if (issue.code !== 'invalid_type') return undefined
  return asText(
    issue.input === undefined
      ? serviceSaying('must_be_set')
      : serviceSaying('must_be_of_type', { type: issue.expected }),
  )
}

/** The second name of a setting in a sentence, after its path in the file: its variable, and where that is set. */
export type NameOfVariable = (variable: string) => Saying | string

/** Everything that is wrong with a configuration, or with the part of it under `at`, one message each. */
export function sentencesOf(
  issues: readonly z.core.$ZodIssue[],
  nameOfVariable: NameOfVariable,
  at: readonly PropertyKey[] = [],
): Saying[] {
  return issues.map(({ path, message }) => {
    // The core writes complete sentences.
    if (path[0] === 'rules' && /^rules[ .]/.test(message)) return withVariables(message, nameOfVariable, at)
    return serviceSaying('setting_fault', { setting: nameOf(path, nameOfVariable, at), fault: fromText(message) })
  })
}

const CODES = ', a number or PI_5=2, default=1'

/** How some rules are written in the environment, where they have another form than in the file. */
const IN_ENVIRONMENT: Readonly<Record<string, string>> = {
  DEACTIVATE_DELETED: ', yes or no',
  WRITE_BACK_RECORD_ID: ', yes or no',
  SALE_KIND: CODES,
  SALE_MODEL: CODES,
  SALES_CENTRE: CODES,
  PAYMENT_KIND: CODES,
  INTERMEDIARY: `${CODES}, with none for no intermediary`,
  DOCUMENT_TITLE: ', a text or PI_5=text, default=text',
}

function withVariables(message: string, nameOfVariable: NameOfVariable, at: readonly PropertyKey[]): Saying {
  const reason = settings
    .filter(({ path }) => path.startsWith('rules.'))
    .reduce((text, { path, variable }) => {
      const how = IN_ENVIRONMENT[variable] ?? ''
      return text.replace(`${path} `, `${path} (${inEnglish(nameOfVariable(variable))}${how}) `)
    }, message)
  if (at.length === 0) return serviceSaying('rules_wrong', { reason })
  return serviceSaying('rules_of_company_wrong', { place: at.map(String).join('.'), reason })
}

function nameOf(
  path: readonly PropertyKey[],
  nameOfVariable: NameOfVariable,
  at: readonly PropertyKey[],
): Saying | string {
  const within = path.map(String)
  const setting = [within.join('.'), within.slice(0, 2).join('.')].flatMap(
    (candidate) => settings.find((each) => each.path === candidate) ?? [],
  )[0]
  const name = [...at, ...path].map(String).join('.')
  if (setting === undefined) return name || serviceSaying('the_configuration')
  return serviceSaying('setting_with_variable', { path: name, variable: nameOfVariable(setting.variable) })
}
