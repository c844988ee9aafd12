import type { IdentityType } from '@siagh-sync/sync-core'
import { expect, it } from 'vitest'
import { meaningOf } from './identity-type'

const list = (ids: string[], ...types: IdentityType[]) => ({ ids, types: new Set(types) })

it.each([
  ['organizations, then persons', list(['o'], 'organization'), list(['p'], 'person'), 'vendor'],
  ['no organization, and persons', list([]), list(['p'], 'person'), 'vendor'],
  ['persons, then organizations', list(['p'], 'person'), list(['o'], 'organization'), 'reversed'],
  ['persons twice', list(['p'], 'person'), list(['p'], 'person'), 'ignored'],
  ['both twice', list(['p', 'o'], 'person', 'organization'), list(['p', 'o'], 'person', 'organization'), 'ignored'],
  ['nobody', list([]), list([]), 'unknown'],
  ['records that cannot be read', list(['x']), list(['y']), 'unknown'],
  ['both, with nobody in common', list(['p', 'o'], 'person', 'organization'), list(['q'], 'person'), 'unknown'],
] as const)('%s', (_what, one, two, expected) => {
  expect(meaningOf(one, two)).toBe(expected)
})
