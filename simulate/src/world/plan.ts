import { defaultDialect, sampleSite, type Dialect } from '@siagh-sync/sandbox'
import type { HoldRule, RulesInput } from '@siagh-sync/sync-core'
import { belongsInBooks, type DocumentDiscount } from '../history/records'
import { chanceOf, createRandom, type Random } from '../../../test-support/random'
import { drawDialect } from './draw-dialect'
import { drawFlaw, type Flaw } from './draw-flaw'

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
  /** How the two servers answer. */
  readonly dialect: Dialect
  /** What makes it impossible to work until the faults end. */
  readonly flaw?: Flaw
  /** How long Siagh usually takes for its list of contacts, each way. */
  readonly listMs: number
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
  /** The site takes only some identities into its books. */
  readonly acceptsSome: boolean
  /** So long the processes only note what they would write. 0: they write from the start. */
  readonly shadowMs: number
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
  const accountParty = random.pick(['with-contact', 'with-contact', 'by-hand', 'never'] as const)
  const listMaxAgeMs = random.pick([10_000, 60_000])
  const place = drawPlace(random, machines, areSkewed)
  const missingId = random.pick([404, 404, 400, 'null', 500] as const)
  const tmpidInList = random.chance(0.8) ? ('as-written' as const) : ('left-out' as const)
  const webhooks = {
    duplicates: rough * 0.4,
    reordering: rough * 0.5,
    loss: random.chance(0.5) ? rough * 0.3 : 0,
    delayMs: random.int(0, 500),
  }
  // A number that must be unique hides a contact that was made twice.
  const uniqueNumbers = random.chance(0.4) ? ('mobile-and-phone' as const) : ('none' as const)
  const [listMs, hasClaims] = [random.pick([40, 40, 1_500]), random.chance(0.35)]
  // Of series of their own, so that the other draws of a seed stay as they were.
  const documentDiscount = createRandom(seed ^ 0x2545f491).pick(['on-top', 'included'] as const)
  const hold = createRandom(seed ^ 0x3c6ef372).pick<HoldRule>([...NONE_HELD, 'all', { contacts: 2, preInvoices: 1 }])
  const dialect = possible({
    ...defaultDialect,
    ...{ missingId, tmpidInList, uniqueNumbers, accountParty },
    documentDiscount: documentDiscount === 'on-top' ? 'on-top' : 'includes-lines',
    ...drawDialect(seed),
  })
  const flaw = drawFlaw(seed)
  const acceptsSome = chanceOf(`${seed} accepts some`) < 0.25
  const shadowMs =
    chanceOf(`${seed} in shadow`) < 0.1 ? 60_000 + Math.round(180_000 * chanceOf(`${seed} shadow ends`)) : 0
  const rules = drawRules(random, { leaseMs, listMaxAgeMs, acceptsSome, accountParty: dialect.accountParty })
  return {
    ...{ seed, company: 'default', ...place, dialect, webhooks, listMs, hasClaims, leaseMs, listMaxAgeMs },
    ...{ documentDiscount, hold, rules, acceptsSome, shadowMs, ...(flaw && { flaw }) },
  }
}

/** The order of these draws is that of the series. */
function drawPlace(random: Random, machines: number, areSkewed: boolean) {
  return {
    hasNeighbour: random.chance(0.15),
    machines,
    concurrency: random.int(1, 4),
    store: random.chance(0.2) ? ('sqlite' as const) : ('memory' as const),
    remoteStore: random.chance(0.5),
    commonQueue: random.chance(0.5),
    queueLoss: random.pick([0, 0.05, 0.3, 0.7]),
    offsetsMs: Array.from({ length: machines }, () => (areSkewed ? random.int(-5 * minuteMs, 5 * minuteMs) : 0)),
  }
}

/** Where a customer is named by the contact alone, one code of a document stays empty. */
function possible(dialect: Dialect): Dialect {
  return dialect.accountParty === 'never' ? { ...dialect, headerCodes: 'any' } : dialect
}

/** The world of the company that shares the store of this one, if there is one. Its records have the same ids. */
export function neighbourOf(plan: Plan): Plan | undefined {
  if (!plan.hasNeighbour) return undefined
  const own = drawPlan(plan.seed ^ 0x5bd1e995)
  const { store, remoteStore } = plan
  return { ...own, store, remoteStore, company: 'second', hasNeighbour: false, machines: Math.min(2, own.machines) }
}

type Given = Pick<Plan, 'leaseMs' | 'listMaxAgeMs' | 'acceptsSome'> & Pick<Dialect, 'accountParty'>

function drawRules(random: Random, given: Given): RulesInput {
  return {
    contact: {
      onDelete: random.chance(0.5) ? 'deactivate' : 'nothing',
      writeBackRecordId: random.chance(0.15),
      ...(given.acceptsSome && { accept: belongsInBooks }),
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
