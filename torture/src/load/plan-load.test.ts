import { describe, expect, it } from 'vitest'
import { readOptions } from '../options'
import { createRandom } from '../../../test-support/random'
import { scaleOf } from '../scale'
import { planLoad } from './plan-load'

const options = readOptions(['--short', '--webhooks', '2000', '--seed', '7'])
if (options === 'help') throw new Error('no help was asked for')
const scale = scaleOf(options)
const plan = (seed: number) => planLoad(scale, seed, createRandom(seed))

describe('a load', () => {
  it('has the webhooks, identities and documents that were asked for', () => {
    const { records, actions } = plan(7)
    expect(actions.reduce((sum, { webhooks }) => sum + webhooks, 0)).toBe(2000)
    expect(records.filter(({ kind }) => kind === 'identity')).toHaveLength(200)
    expect(records.filter(({ kind }) => kind !== 'identity')).toHaveLength(50)
  })

  it('changes no record before its creation or after its deletion, and creates no document before its customer', () => {
    const { actions } = plan(8)
    const created = new Map(actions.filter((action) => action.do === 'create').map(({ record, at }) => [record, at]))
    const removed = new Map(actions.filter((action) => action.do === 'remove').map(({ record, at }) => [record, at]))
    expect(removed.size).toBeGreaterThan(0)
    for (const { record, at } of actions) {
      expect(at).toBeGreaterThanOrEqual(created.get(record) ?? Infinity)
      expect(at).toBeLessThanOrEqual(removed.get(record) ?? Infinity)
      if (record.customer) expect(at).toBeGreaterThan(created.get(record.customer) ?? Infinity)
    }
  })

  it('is the same for the same seed, and another for another', () => {
    const facts = (seed: number) => plan(seed).actions.map(({ at, fields, webhooks }) => ({ at, fields, webhooks }))
    expect(facts(7)).toEqual(facts(7))
    expect(facts(7)).not.toEqual(facts(8))
  })
})
