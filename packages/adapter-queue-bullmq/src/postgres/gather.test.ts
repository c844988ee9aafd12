import { expect, it } from 'vitest'
import { gather } from './gather'

/** Passes its items on when the test says so, and records which items came together. */
function slowly(most = 100) {
  const batches: (readonly string[])[] = []
  const ends: (() => void)[] = []
  const join = gather<string, string>(async (items) => {
    batches.push(items)
    await new Promise<void>((resolve) => ends.push(resolve))
    if (items.includes('bad')) throw new Error('refused')
    return items.map((item) => item.toUpperCase())
  }, most)
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const end = async () => {
    await turn()
    ends.shift()?.()
    await turn()
  }
  return { join, batches, end }
}

it('hands what comes meanwhile over together, and gives each caller its own answer', async () => {
  const { join, batches, end } = slowly()
  const answers = Promise.all([join('a'), join('b')])
  await end()
  const later = Promise.all(['c', 'd', 'e'].map(join))
  expect(await answers).toEqual(['A', 'B'])
  await end()
  expect(await later).toEqual(['C', 'D', 'E'])
  expect(batches).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ])
})

it('tells all who came together that it failed, and goes on with the next', async () => {
  const { join, end } = slowly()
  const failed = Promise.allSettled([join('bad'), join('a')])
  await end()
  expect(await failed).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  const next = join('b')
  await end()
  expect(await next).toBe('B')
})

it('hands over no more at once than it may', async () => {
  const { join, batches, end } = slowly(2)
  const answers = Promise.all(['a', 'b', 'c'].map(join))
  await end()
  await end()
  expect(await answers).toEqual(['A', 'B', 'C'])
  expect(batches.map(({ length }) => length)).toEqual([2, 1])
})
