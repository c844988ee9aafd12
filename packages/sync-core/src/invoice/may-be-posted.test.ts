import { expect, test } from 'vitest'
import { mayBePosted } from './may-be-posted'

const restoredAt = Date.parse('2026-03-01T11:00:00Z')
const minutes = (count: number) => new Date(restoredAt + count * 60_000)
const gap = { backedUpAt: restoredAt - 86_400_000, restoredAt }

test.each([
  ['long before the backup', minutes(-100_000), true],
  ['between backup and restore', minutes(-60), true],
  ['just after the restore, where the clocks may differ', minutes(10), true],
  ['an hour after the restore, where the CRM may still know a summer time', minutes(61), true],
  ['well after the restore', minutes(121), false],
])('a document that was created %s: may be posted is %s', (_when, creatDate, expected) => {
  expect(mayBePosted({ creatDate }, [gap])).toBe(expected)
})

test('a document without a time of creation may be posted', () => {
  expect(mayBePosted({}, [gap])).toBe(true)
})

test('in a store that was never restored no document may be posted without its knowledge', () => {
  expect(mayBePosted({ creatDate: minutes(-60) }, [])).toBe(false)
  expect(mayBePosted({}, [])).toBe(false)
})

test('the last of several restores counts', () => {
  const later = { restoredAt: restoredAt + 86_400_000 }
  expect(mayBePosted({ creatDate: minutes(600) }, [gap, later])).toBe(true)
})
