import { describe, expect, it } from 'vitest'
import type { HeldChange, HeldState } from '../ports/store'
import { judgeWrite, type RunMode } from './judge-write'

const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const

const knownAs = (state: HeldState, rest: Partial<HeldChange> = {}): HeldChange => ({
  ...{ key, state, write: 'make_contact', fingerprint: 'f1', fields: [], at: 1 },
  ...rest,
})

const judge = (known: HeldChange | null, mode: RunMode = 'live') =>
  judgeWrite({ mode, known, write: 'make_contact', fingerprint: 'f1' })

describe('judgeWrite', () => {
  it.each<[string, HeldChange | null, string]>([
    ['of which nothing is known', null, 'rule'],
    ['of a record that was written before', knownAs('written'), 'rule'],
    ['that is held', knownAs('held'), 'hold'],
    ['of a record of which an older state is held', knownAs('held', { fingerprint: 'f0' }), 'hold'],
    ['that was released', knownAs('released'), 'send'],
    ['of a record of which an older state was released', knownAs('released', { fingerprint: 'f0' }), 'hold'],
    ['of a record of which another write was released', knownAs('released', { write: 'change_contact' }), 'hold'],
    ['of a record whose release has no content', knownAs('released', { fingerprint: '' }), 'hold'],
    ['that was refused', knownAs('refused'), 'refuse'],
    ['of a record of which an older state was refused', knownAs('refused', { fingerprint: 'f0' }), 'hold'],
    ['that makes a contact of a record of the shadow', knownAs('shadow'), 'hold'],
  ])('a write %s', (_case, known, judgement) => {
    expect(judge(known)).toBe(judgement)
  })

  it.each<[HeldChange['write'], string]>([
    ['make_contact', 'hold'],
    ['post_document', 'hold'],
    ['change_contact', 'rule'],
    ['write_ref_id', 'rule'],
  ])('holds of a record of the shadow only what creates something: %s', (write, judgement) => {
    expect(judgeWrite({ mode: 'live', known: knownAs('shadow'), write, fingerprint: 'f1' })).toBe(judgement)
  })

  it.each<[RunMode, string]>([
    ['shadow', 'note'],
    ['preview', 'show'],
  ])('lets nothing leave in %s, whatever was decided before', (mode, judgement) => {
    for (const state of ['held', 'released', 'refused', 'written', 'shadow'] as const)
      expect(judge(knownAs(state), mode)).toBe(judgement)
    expect(judge(null, mode)).toBe(judgement)
  })
})
