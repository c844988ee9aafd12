import type * as z from 'zod'
import { settings } from './settings'

/** What a setting must be, as the rest of a sentence that begins with its name. No value is repeated: it may be a password. */
export function demand(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `has no setting ${issue.keys.map((key) => `'${key}'`).join(', ')}`
  if (issue.code !== 'invalid_type') return undefined
  return issue.input === undefined ? 'must be set' : `must be of type ${issue.expected}`
}

/** What the sentences call a setting beside its path in the file: its variable, and where that is set. */
export type NameOfVariable = (variable: string) => string

/** What is wrong with a configuration or, under `at`, with a part of it: a sentence each. */
export function sentencesOf(
  issues: readonly z.core.$ZodIssue[],
  nameOfVariable: NameOfVariable,
  at: readonly PropertyKey[] = [],
): string[] {
  return issues.map(({ path, message }) => {
    // The core has made whole sentences of its own.
    if (path[0] === 'rules' && /^rules[ .]/.test(message)) return withVariables(message, nameOfVariable, at)
    return `${nameOf(path, nameOfVariable, at)} ${message}.`
  })
}

/** Rules that are no switches in the file. */
const SWITCHES = ['DEACTIVATE_DELETED', 'WRITE_BACK_RECORD_ID']

function withVariables(message: string, nameOfVariable: NameOfVariable, at: readonly PropertyKey[]): string {
  const named = settings
    .filter(({ path }) => path.startsWith('rules.'))
    .reduce((told, { path, variable }) => {
      const how = SWITCHES.includes(variable) ? ', yes or no' : ''
      return told.replace(`${path} `, `${path} (${nameOfVariable(variable)}${how}) `)
    }, message)
  return at.length === 0 ? named : `${at.map(String).join('.')}: ${named}`
}

function nameOf(path: readonly PropertyKey[], nameOfVariable: NameOfVariable, at: readonly PropertyKey[]): string {
  const within = path.map(String)
  const setting = [within.join('.'), within.slice(0, 2).join('.')].flatMap(
    (candidate) => settings.find((each) => each.path === candidate) ?? [],
  )[0]
  const name = [...at, ...path].map(String).join('.') || 'The configuration'
  return setting === undefined ? name : `${name} (${nameOfVariable(setting.variable)})`
}
