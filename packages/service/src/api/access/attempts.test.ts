import { describe, expect, it } from 'vitest'
import { createAttempts } from './attempts'

/** How many of `times` tries may be made. `of`: the name and the address of the nth. */
async function allowed(times: number, of: (nth: number) => readonly [name: string, address: string]) {
  const attempts = createAttempts()
  let count = 0
  for (let nth = 0; nth < times; nth += 1) {
    const [name, address] = of(nth)
    if ((await attempts.count(name, address)) === 0) count += 1
  }
  return count
}

describe('the tries of a password', () => {
  it.each<[what: string, most: number, of: (nth: number) => readonly [name: string, address: string]]>([
    ['one name from one address', 5, () => ['sara', '192.0.2.1']],
    ['many names from one address', 100, (nth: number) => [`user ${nth}`, '192.0.2.1']],
    ['one name from the addresses of one IPv6 network', 5, (nth: number) => ['sara', `2001:db8::${nth.toString(16)}`]],
    ['one name from several IPv6 networks', 200, (nth: number) => ['sara', `2001:db8:0:${nth.toString(16)}::1`]],
    ['one name from several addresses', 200, (nth: number) => ['sara', `192.0.2.${nth}`]],
    ['one name from several addresses, written as IPv6', 200, (nth: number) => ['sara', `::ffff:192.0.2.${nth}`]],
    ['one name from an address that is not known', 5, () => ['sara', 'unknown']],
  ])('are limited: %s', async (_, most, of) => {
    expect(await allowed(200, of)).toBe(most)
  })

  it('begin anew after the right password', async () => {
    const attempts = createAttempts()
    for (let nth = 0; nth < 5; nth += 1) expect(await attempts.count('sara', '2001:db8::1')).toBe(0)
    expect(await attempts.count('sara', '2001:db8::1')).toBeGreaterThan(0)
    await attempts.forget('sara', '2001:db8::2')
    expect(await attempts.count('sara', '2001:db8::1')).toBe(0)
  })
})
