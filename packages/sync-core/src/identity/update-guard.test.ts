import { expect, it } from 'vitest'
import type { SyncError } from '../errors'
import { createUpdateGuard } from './update-guard'

const refusal = (code: 'made_another' | 'save_refused'): SyncError => ({
  kind: 'rejected',
  retryable: false,
  system: 'siagh',
  message: code,
  words: { code },
  reasons: [],
})

it('stops the updates of all other contacts after an update that made a new one', () => {
  const guard = createUpdateGuard()
  guard.ended(5, refusal('made_another'))
  expect([guard.mayUpdate(5), guard.mayUpdate(6)]).toEqual([true, false])
  guard.ended(5)
  expect(guard.mayUpdate(6)).toBe(true)
})

it('does not stop updates after another refusal', () => {
  const guard = createUpdateGuard()
  guard.ended(5, refusal('save_refused'))
  expect(guard.mayUpdate(6)).toBe(true)
})
