import type { Rules } from '../rules'

/**
 * Marks the errors that say which rule of a site has failed; no record stands in them but what the rule itself puts there. A mark on the error
 * and no list of errors: in CommonJS each entry of this package would have a list of its own.
 */
const RULE_FAILURE = Symbol.for('siagh-sync.rule-failure')

/** The message of a rule's failure; `undefined`: what was thrown is none. */
export function ruleFailureMessage(cause: unknown): string | undefined {
  return cause instanceof Error && RULE_FAILURE in cause ? cause.message : undefined
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
    if (ruleFailureMessage(cause) !== undefined) throw cause
    throw ruleFailure(name, `has thrown: ${messageOf(cause)}`, cause)
  }
}

/** The error for a rule that answers what it must not. */
export function ruleFailure(name: string, what: string, cause?: unknown): Error {
  const failure = new Error(`the rule ${name} ${what.slice(0, MOST_CHARACTERS)}`, { cause })
  return Object.defineProperty(failure, RULE_FAILURE, { value: true })
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
      throw ruleFailure(name, 'must answer true or false')
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
