import { describe, expect, it } from 'vitest'
import { shrink } from './shrink'

const numbers = Array.from({ length: 40 }, (_, index) => index)

describe('shrinking', () => {
  it('leaves the two events that only fail together', async () => {
    const fails = async (some: readonly number[]) => some.includes(7) && some.includes(31)
    expect(await shrink(numbers, fails, 500)).toEqual([7, 31])
  })

  it('leaves nothing where the failure needs no event', async () => {
    expect(await shrink(numbers, async () => true, 500)).toEqual([])
  })

  it('ends when it has asked often enough, with a history that still fails', async () => {
    let asked = 0
    const fails = async (some: readonly number[]) => {
      asked += 1
      return some.includes(39)
    }
    expect(await shrink(numbers, fails, 3)).toContain(39)
    expect(asked).toBe(3)
  })
})
