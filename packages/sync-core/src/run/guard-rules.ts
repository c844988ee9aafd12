import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'
import type { Rules } from '../rules'

/**
 * Marks the errors that say which rule of a site has failed, with what they say; no record stands in it but what the rule itself puts there. A mark
 * on the error and no list of errors: in CommonJS each entry of this package would have a list of its own.
 */
const RULE_FAILURE = Symbol.for('siagh-sync.rule-failure')

/** What a rule's failure says; `undefined`: what was thrown is none. */
export function ruleFailureWords(cause: unknown): Worded | undefined {
  return cause instanceof Error ? (cause as { readonly [RULE_FAILURE]?: Worded })[RULE_FAILURE] : undefined
}

/** No message of an error is kept beyond this. */
const MOST_CHARACTERS = 500

/**
 * Calls a function of the rules. What it throws is thrown anew as an error that names the rule and says what was thrown, so that the list of
 * failures shows both.
 */
export function callRule<T>(name: string, rule: () => T): T {
  try {
    return rule()
  } catch (cause) {
    if (ruleFailureWords(cause) !== undefined) throw cause
    const what = messageOf(cause).slice(0, MOST_CHARACTERS)
    throw ruleFailure(worded('rule_failed', { rule: name, what }), cause)
  }
}

/** The error for a rule that throws, or that answers what it must not. */
export function ruleFailure(words: Worded, cause?: unknown): Error {
  return Object.defineProperty(new Error(words.message, { cause }), RULE_FAILURE, { value: words })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
}

/**
 * The same rules, each function of which names itself where it throws. One that answers a promise where it has to answer yes or no would let
 * everything through, since a promise counts as yes: that is a failure too.
 */
export function guardRules(rules: Rules): Rules {
  const { customerNumber, preInvoice, ...rest } = rules
  const decides = <A extends readonly unknown[]>(name: string, rule: (...args: A) => boolean) => {
    return (...args: A): boolean => {
      const answer: unknown = callRule(name, () => rule(...args))
      if (typeof answer === 'boolean') return answer
      throw ruleFailure(worded('rule_answer_no_yes_or_no', { rule: name }))
    }
  }
  return {
    ...guardFunctions(rest, ''),
    customerNumber: {
      decode: (text) => callRule('customerNumber.decode', () => customerNumber.decode(text)),
      encode: (code) => callRule('customerNumber.encode', () => customerNumber.encode(code)),
    },
    preInvoice: {
      ...guardFunctions(preInvoice, 'preInvoice.'),
      accept: decides('preInvoice.accept', preInvoice.accept),
      maybePosted: decides('preInvoice.maybePosted', preInvoice.maybePosted),
    },
  }
}

function guardFunctions<T extends object>(part: T, path: string): T {
  const guarded = Object.entries(part).map(([name, value]: [string, unknown]) => [name, guard(`${path}${name}`, value)])
  return Object.fromEntries(guarded) as T
}

function guard(name: string, value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: readonly unknown[]): unknown =>
      callRule(name, () => Reflect.apply(value, undefined, args) as unknown)
  }
  const isPart = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isPart ? guardFunctions(value, `${name}.`) : value
}
