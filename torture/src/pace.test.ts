import { expect, it } from 'vitest'
import { createPace } from './pace'

it('holds the load back until its share of the mischief has begun', async () => {
  const pace = createPace(4)
  const reached: number[] = []
  const all = [0, 0.2, 0.5, 1].map((part) => pace.reach(part).then(() => reached.push(part)))
  await all[0]
  expect(reached).toEqual([0])
  pace.advance()
  await all[1]
  expect(reached).toEqual([0, 0.2])
  pace.advance()
  await all[2]
  expect(reached).toEqual([0, 0.2, 0.5])
  pace.advance()
  pace.advance()
  await Promise.all(all)
  expect(reached).toEqual([0, 0.2, 0.5, 1])
})
