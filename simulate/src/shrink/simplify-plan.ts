import { defaultDialect, settingNames } from '@siagh-sync/sandbox'
import type { Plan } from '../world/plan'

type Rules = Plan['rules']

const usualRules: Readonly<Record<string, (rules: Rules) => Rules>> = {
  'rules.onDelete': (rules) => ({ ...rules, contact: { ...rules.contact, onDelete: 'nothing' } }),
  'rules.writeBackRecordId': (rules) => ({ ...rules, contact: { ...rules.contact, writeBackRecordId: false } }),
  'rules.catchUp': (rules) => ({ ...rules, catchUp: { everyMs: 'never' } }),
}

const usualWorld: Readonly<Record<string, (plan: Plan) => Plan>> = {
  neighbour: (plan) => ({ ...plan, hasNeighbour: false }),
  flaw: ({ flaw: _, ...plan }) => plan,
  shadow: (plan) => ({ ...plan, shadowMs: 0 }),
  hold: (plan) => ({ ...plan, hold: 'none' }),
  accept: ({ rules, ...plan }) => {
    const { accept: _, ...contact } = rules.contact ?? {}
    return { ...plan, acceptsSome: false, rules: { ...rules, contact } }
  },
  claims: (plan) => ({ ...plan, hasClaims: false }),
  store: (plan) => ({ ...plan, store: 'memory', remoteStore: false }),
  queue: (plan) => ({ ...plan, queueLoss: 0, commonQueue: true }),
  clocks: (plan) => ({ ...plan, offsetsMs: plan.offsetsMs.map(() => 0) }),
  webhooks: (plan) => ({ ...plan, webhooks: { duplicates: 0, reordering: 0, loss: 0, delayMs: 0 } }),
}

/** How a customer is named follows how a contact becomes an account party. */
const withCustomer = (plan: Plan): Plan => ({
  ...plan,
  rules: { ...plan.rules, preInvoice: { ...plan.rules.preInvoice, customer: 'account-party' } },
})

/** Each part of a world that can be as usual, by its name. */
const parts: Readonly<Record<string, (plan: Plan) => Plan>> = {
  ...usualWorld,
  ...Object.fromEntries(
    Object.entries(usualRules).map(([name, usual]) => [name, (plan: Plan) => ({ ...plan, rules: usual(plan.rules) })]),
  ),
  ...Object.fromEntries(
    settingNames.map((name) => [
      name,
      (plan: Plan): Plan => {
        const usual = { ...plan, dialect: { ...plan.dialect, [name]: defaultDialect[name] } }
        return name === 'accountParty' ? withCustomer(usual) : usual
      },
    ]),
  ),
}

/** The names of the parts of a world that are not as usual. */
export function unusualParts(plan: Plan): readonly string[] {
  return Object.keys(parts).filter((name) => JSON.stringify(simplifyPlan(plan, [name])) !== JSON.stringify(plan))
}

/** The same world, with these parts as usual. Throws for a name that is none. */
export function simplifyPlan(plan: Plan, names: readonly string[]): Plan {
  return names.reduce((simpler, name) => {
    const usual = parts[name]
    if (!usual) throw new RangeError(`"${name}" is no part of a world. The parts are ${Object.keys(parts).join(', ')}.`)
    return usual(simpler)
  }, plan)
}
