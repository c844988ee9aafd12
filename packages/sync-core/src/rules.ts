import type { z } from 'zod'
import { rulesSchema } from './rules/schema'
import type { Rules, RulesInput } from './rules/shape'

export { plain, prefixed, type CustomerNumberCodec } from './rules/customer-number'
export type { ByDocument, ByTypeCode } from './rules/by-document'
export { SITE_RULES, unsetRules, type SiteRule } from './rules/site-rules'
export { any, approved, hasCategory, hasCustomerNumber, isOfType } from './rules/presets'
export type * from './rules/shape'

/**
 * Checks what a site gives and fills in the defaults. Wrong rules throw one error whose message says everything that is
 * wrong with them, a sentence each; a setting that does not exist is wrong too, since it is a misspelt one.
 */
export function resolveRules(input: RulesInput = {}): Rules {
  const parsed = rulesSchema.safeParse(input, { error: demand })
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map(sentence).join(' '))
}

function sentence(issue: z.core.$ZodIssue): string {
  return `${['rules', ...issue.path].join('.')} ${issue.message}.`
}

/** What a setting must be, as the rest of a sentence that begins with its path. */
function demand(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => `'${String(value)}'`).join(' or ')}`
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be ${String(issue.minimum)} or more`
    case 'too_big':
      return `must be ${String(issue.maximum)} or less`
    case 'unrecognized_keys':
      return `has no setting ${issue.keys.map((key) => `'${key}'`).join(', ')}`
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return undefined
  }
}
