import { sampleCompanies, sampleDocuments, samplePeople } from '@siagh-sync/sandbox'
import type { Random } from '../../../test-support/random'
import type { Scale } from '../scale'
import { identityEdit } from './edits'
import { newRecord, type LoadRecord } from './record'

/** A change in the CRM and the webhooks that tell of it. */
export interface Action {
  /** Milliseconds after the start of the load. */
  readonly at: number
  readonly record: LoadRecord
  readonly do: 'create' | 'edit' | 'remove'
  readonly fields: object
  /** How many webhooks tell of it. */
  readonly webhooks: number
}

/** The load of one run: every record, and every change in the order of time. */
export interface Load {
  readonly records: readonly LoadRecord[]
  readonly actions: readonly Action[]
}

// Of the load's time: when the last identity and the last document come.
const LAST_IDENTITY = 0.6
const LAST_DOCUMENT = 0.8

/**
 * Draws the load. Two webhooks tell of a creation, as the CRM sends them, and one or two of an edit; together they are
 * `scale.webhooks`. One document in four follows its customer so closely that both are handled at once; one identity in a hundred
 * without documents is deleted.
 */
export function planLoad(scale: Scale, seed: number, random: Random): Load {
  const creations = [...planIdentities(scale, seed, random)]
  const documents = planDocuments(scale, seed, creations, random)
  const all = [...creations, ...documents]
  const removals = planRemovals(scale, creations, documents, random)
  const edits = planEdits(scale, [...all], removals, random)
  return {
    records: all.map(({ record }) => record),
    actions: [...all, ...edits, ...removals].sort((a, b) => a.at - b.at),
  }
}

function* planIdentities({ identities, loadMs }: Scale, seed: number, random: Random): Generator<Action> {
  const people = samplePeople(identities, seed)
  const companies = sampleCompanies(identities, seed)
  for (let index = 0; index < identities; index += 1) {
    const isOrganization = random.chance(0.3)
    const fields = (isOrganization ? companies[index] : people[index]) ?? {}
    const record = newRecord('identity', { isOrganization })
    yield { at: random.next() * LAST_IDENTITY * loadMs, record, do: 'create', fields, webhooks: 2 }
  }
}

function planDocuments({ documents, loadMs }: Scale, seed: number, customers: readonly Action[], random: Random) {
  return sampleDocuments(documents, [''], seed).map((fields): Action => {
    const customer = random.pick(customers)
    const record = newRecord(random.chance(0.7) ? 'invoice' : 'quote', { customer: customer.record })
    const pause = random.chance(0.25) ? 20 : (LAST_DOCUMENT * loadMs - customer.at) * random.next()
    return { at: customer.at + pause, record, do: 'create', fields, webhooks: 2 }
  })
}

function planRemovals({ loadMs }: Scale, creations: readonly Action[], documents: readonly Action[], random: Random) {
  const customers = new Set(documents.map(({ record }) => record.customer))
  return creations
    .filter(({ record }) => !customers.has(record) && random.chance(0.01))
    .map(({ at, record }): Action => {
      const removedAt = at + (loadMs - at) * random.next()
      return { at: removedAt, record, do: 'remove', fields: {}, webhooks: 1 }
    })
}

function planEdits(
  { webhooks, loadMs }: Scale,
  creations: readonly Action[],
  removals: readonly Action[],
  random: Random,
): Action[] {
  const ends = new Map(removals.map(({ record, at }) => [record, at]))
  const edits: Action[] = []
  let left = webhooks - removals.length - creations.reduce((sum, action) => sum + action.webhooks, 0)
  while (left > 0) {
    const { at, record } = random.pick(creations)
    const told = Math.min(left, random.chance(0.15) ? 2 : 1)
    const latest = ends.get(record) ?? loadMs
    // Documents are seldom edited once they are made out.
    if (record.kind !== 'identity' && random.chance(0.8)) continue
    const fields =
      record.kind === 'identity' ? identityEdit(edits.length, random) : { description: `edit ${String(edits.length)}` }
    edits.push({ at: at + (latest - at) * random.next(), record, do: 'edit', fields, webhooks: told })
    left -= told
  }
  return edits
}
