import type { JournalEntry, OutcomeKind, SyncErrorKind } from '@siagh-sync/sync-core'
import { expect, it } from 'vitest'
import { howItWent } from './how-it-went'

const run = (end: { outcome: OutcomeKind } | { error: SyncErrorKind }): JournalEntry => ({
  at: 0,
  key: { company: 'default', kind: 'identity', id: '2b1f0c6e-0000-4000-8000-000000000001' },
  trigger: 'webhook',
  attempt: 1,
  durationMs: 1,
  calls: [],
  warnings: [],
  ...end,
})

it('tells failures before the end, counted, and leaves out runs that changed nothing', () => {
  const runs = [
    run({ error: 'malformed' }),
    run({ error: 'malformed' }),
    run({ outcome: 'created' }),
    run({ outcome: 'unchanged' }),
  ]
  expect(howItWent(runs)).toBe('bad answer x2 > created')
})

it('tells that an edit after posting was taken back', () => {
  const runs = [run({ outcome: 'created' }), run({ outcome: 'changed-after-posting' }), run({ outcome: 'unchanged' })]
  expect(howItWent(runs)).toBe('created > edited > as posted')
})
