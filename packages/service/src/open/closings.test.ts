import { expect, it } from 'vitest'
import { createClosings } from './closings'

it('closes the last first, and one after the other', async () => {
  const order: string[] = []
  const closings = createClosings()
  for (const what of ['the pool', 'the store', 'the queue']) {
    closings.add(what, async () => {
      order.push(`${what} begins`)
      await Promise.resolve()
      order.push(`${what} ends`)
    })
  }
  await closings.close()
  expect(order).toEqual(['the queue', 'the store', 'the pool'].flatMap((what) => [`${what} begins`, `${what} ends`]))
})

it('closes the rest where one fails, and says which one that was', async () => {
  const closed: string[] = []
  const closings = createClosings()
  closings.add('the pool', async () => void closed.push('the pool'))
  closings.add('the store', () => Promise.reject(new Error('it is busy')))
  expect(await closings.close()).toEqual(['the store could not be closed: it is busy'])
  expect(closed).toEqual(['the pool'])
})

it('closes nothing twice', async () => {
  let times = 0
  const closings = createClosings()
  closings.add('the store', async () => (times += 1))
  await closings.close()
  await closings.close()
  expect(times).toBe(1)
})
