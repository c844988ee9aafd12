import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'
import type { Rules } from '../rules'

/**
 * The property by which the error of a failed rule is recognised. It holds the message of the error. The message
 * holds nothing of a record except what the rule itself wrote there. A property is used and not a list of errors,
 * because in CommonJS each entry of this package would have its own list.
 */
const RULE_FAILURE = Symbol.for('siagh-sync.rule-failure')

/** The message of a failed rule. `undefined`: the thrown value does not come from a rule. */
export function ruleFailureWords(cause: unknown): Worded | undefined {
  return cause instanceof Error ? (cause as { readonly [RULE_FAILURE]?: Worded })[RULE_FAILURE] : undefined
}

/** The longest message of an error that is kept, in characters. */
const MOST_CHARACTERS = 500

/**
 * Calls a function of the rules. If the function throws, this throws an error that names the rule and says what was
 * thrown, so that the list of failures shows both. No rule may return a promise: the caller
 * refuses it and does not wait for it. Its rejection must not end the process.
 */
export function callRule<T>(name: string, rule: () => T): T {
  try {
    const answer = rule()
    if (answer instanceof Promise) answer.catch(() => undefined)
    return answer
  } catch (cause) {
    if (ruleFailureWords(cause) !== undefined) throw cause
    const what = messageOf(cause).slice(0, MOST_CHARACTERS)
    throw ruleFailure(worded('rule_failed', { rule: name, what }), cause)
  }
}

/** The error for a rule that throws, or that returns a value which is not allowed. */
export function ruleFailure(words: Worded, cause?: unknown): Error {
  return Object.defineProperty(new Error(words.message, { cause }), RULE_FAILURE, { value: words })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
}

/**
 * The same rules, with functions that name themselves when they throw. A function that has to return `true` or
 * `false` must not return a promise: a promise counts as true and would let everything through. That is a failure
 * too.
 */
export function guardRules(rules: Rules): Rules {
  const { customerNumber, contact, preInvoice, ...rest } = rules
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
    contact: { ...contact, accept: decides('contact.accept', contact.accept) },
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
