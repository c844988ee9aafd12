import { sampleSite } from '@siagh-sync/sandbox'
import type { HoldRule, RulesInput } from '@siagh-sync/sync-core'
import type { Dialect } from '@siagh-sync/sandbox'
import type { DocumentDiscount } from '../history/records'
import { createRandom, type Random } from '../../../test-support/random'
import { drawDialect } from './draw-dialect'

/** How the world of a seed is built; what happens in it is its history. */
export interface Plan {
  readonly seed: number
  readonly company: 'default' | 'second'
  /** Another company has its own servers and processes, and the same store: see `neighbourOf`. */
  readonly hasNeighbour: boolean
  readonly machines: number
  readonly concurrency: number
  readonly store: 'memory' | 'sqlite'
  /** A call that has left for the store takes effect even if its sender dies meanwhile, as with a database elsewhere. */
  readonly remoteStore: boolean
  readonly commonQueue: boolean
  readonly queueLoss: number
  /** How far each machine's clock is off at the start. */
  readonly offsetsMs: readonly number[]
  /** How answers look otherwise than usual. */
  readonly dialect: Partial<Dialect>
  readonly missingIdAnswer: 404 | 400 | 'null' | 500
  readonly tmpidInList: boolean
  /** Siagh refuses a second contact with the same number, which hides that one was made twice. */
  readonly uniqueNumbers: boolean
  /** How long Siagh usually takes for its list of contacts, each way. */
  readonly listMs: number
  /** How a contact becomes an account party; where none ever does, the rules name a customer by the contact alone. */
  readonly accountParty: 'with-contact' | 'by-hand' | 'never'
  /** How the CRM shows the discount of a document that has discounts on its lines too. */
  readonly documentDiscount: DocumentDiscount
  /** Some identities name contacts that Siagh had before, two of them the same one. */
  readonly hasClaims: boolean
  readonly webhooks: {
    readonly duplicates: number
    readonly reordering: number
    readonly loss: number
    readonly delayMs: number
  }
  readonly leaseMs: number
  /** How old a list of contacts may be that a run goes by. */
  readonly listMaxAgeMs: number
  /** Which writes wait for the operator. */
  readonly hold: HoldRule
  readonly rules: RulesInput
}

const minuteMs = 60_000

const NONE_HELD = ['none', 'none', 'none', 'none'] as const

/** Draws the world of a seed. */
export function drawPlan(seed: number): Plan {
  const random = createRandom(seed ^ 0x51ed270b)
  const machines = random.int(2, 4)
  const areSkewed = random.chance(0.6)
  const rough = random.next()
  const leaseMs = random.pick([20_000, 60_000])
  const accountParty = random.pick<Plan['accountParty']>(['with-contact', 'with-contact', 'by-hand', 'never'])
  const listMaxAgeMs = random.pick([10_000, 60_000])
  return {
    seed,
    company: 'default',
    hasNeighbour: random.chance(0.15),
    machines,
    concurrency: random.int(1, 4),
    store: random.chance(0.2) ? 'sqlite' : 'memory',
    remoteStore: random.chance(0.5),
    commonQueue: random.chance(0.5),
    queueLoss: random.pick([0, 0.05, 0.3, 0.7]),
    offsetsMs: Array.from({ length: machines }, () => (areSkewed ? random.int(-5 * minuteMs, 5 * minuteMs) : 0)),
    dialect: drawDialect(seed),
    missingIdAnswer: random.pick([404, 404, 400, 'null', 500]),
    tmpidInList: random.chance(0.8),
    webhooks: {
      duplicates: rough * 0.4,
      reordering: rough * 0.5,
      loss: random.chance(0.5) ? rough * 0.3 : 0,
      delayMs: random.int(0, 500),
    },
    uniqueNumbers: random.chance(0.4),
    listMs: random.pick([40, 40, 1_500]),
    hasClaims: random.chance(0.35),
    leaseMs,
    listMaxAgeMs,
    accountParty,
    // Of a series of its own, so that the other draws of a seed stay as they were.
    documentDiscount: createRandom(seed ^ 0x2545f491).pick(['on-top', 'included']),
    hold: createRandom(seed ^ 0x3c6ef372).pick<HoldRule>([...NONE_HELD, 'all', { contacts: 2, preInvoices: 1 }]),
    rules: drawRules(random, { leaseMs, listMaxAgeMs, accountParty }),
  }
}

/** The world of the company that shares the store of this one, if there is one. Its records have the same ids. */
export function neighbourOf(plan: Plan): Plan | undefined {
  if (!plan.hasNeighbour) return undefined
  const own = drawPlan(plan.seed ^ 0x5bd1e995)
  const { store, remoteStore } = plan
  return { ...own, store, remoteStore, company: 'second', hasNeighbour: false, machines: Math.min(2, own.machines) }
}

function drawRules(random: Random, given: Pick<Plan, 'leaseMs' | 'listMaxAgeMs' | 'accountParty'>): RulesInput {
  return {
    contact: {
      onDelete: random.chance(0.5) ? 'deactivate' : 'nothing',
      writeBackRecordId: random.chance(0.15),
    },
    leaseMs: given.leaseMs,
    contactListMaxAgeMs: given.listMaxAgeMs,
    preInvoice: {
      ...sampleSite.rules.preInvoice,
      customer: given.accountParty === 'never' ? 'contact' : 'account-party',
    },
    sweepEveryMs: random.pick([30_000, 60_000]),
    catchUp: { everyMs: random.pick<number | 'never'>(['never', 'never', 120_000]) },
  }
}
