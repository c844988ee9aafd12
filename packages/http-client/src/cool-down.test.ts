import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCoolDown } from './cool-down'
import { malformed, rateLimited, unauthorized, unavailable } from './errors'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const minute = 60_000
const refused = unauthorized('crm', 'no')

describe('createCoolDown', () => {
  it('lasts a minute and doubles with each refusal up to 30', () => {
    const coolDown = createCoolDown()
    expect([1, 2, 3, 4, 5, 6, 7].map(() => coolDown.begin(refused) / minute)).toEqual([1, 2, 4, 8, 16, 30, 30])
  })

  it('starts again from a minute once the credentials worked', () => {
    const coolDown = createCoolDown()
    coolDown.begin(refused)
    coolDown.reset()
    expect(coolDown.begin(refused)).toBe(minute)
  })

  it('gives the same error while it lasts and none after', () => {
    const coolDown = createCoolDown()
    coolDown.begin(refused)
    vi.advanceTimersByTime(minute - 1)
    expect(coolDown.error()).toBe(refused)
    vi.advanceTimersByTime(1)
    expect(coolDown.error()).toBeUndefined()
  })

  it('waits 30 minutes for a locked account, and tells what is left of it', () => {
    const coolDown = createCoolDown()
    expect(coolDown.begin(unavailable('crm', 'locked', { status: 403, retryAfterMs: 1000 }))).toBe(30 * minute)
    vi.advanceTimersByTime(10 * minute)
    expect(coolDown.error()).toMatchObject({ kind: 'unavailable', retryAfterMs: 20 * minute })
  })

  it('waits after a login that was redirected as after one that was refused', () => {
    const coolDown = createCoolDown()
    const redirected = unavailable('crm', 'elsewhere', { status: 302 })
    expect([coolDown.begin(redirected), coolDown.begin(redirected)]).toEqual([minute, 2 * minute])
  })

  it('tells how often in a row a login was of no use, whatever else has failed before', () => {
    const coolDown = createCoolDown()
    coolDown.begin(malformed('crm', ''))
    const times: number[] = []
    const refuse = () => coolDown.refuse((count) => (times.push(count), refused))
    refuse()
    refuse()
    coolDown.reset()
    refuse()
    expect(times).toEqual([1, 2, 1])
  })

  it('waits as long as a 429 says, and not at all for a server that is down', () => {
    const coolDown = createCoolDown()
    expect(coolDown.begin(unavailable('crm', 'down', { status: 503 }))).toBe(0)
    expect(coolDown.error()).toBeUndefined()
    expect(coolDown.begin(rateLimited('crm', 7000))).toBe(7000)
  })
})

it('lasts no longer because the clock of the machine was set back', () => {
  const coolDown = createCoolDown()
  coolDown.begin({ kind: 'unauthorized', retryable: false, system: 'siagh', message: 'refused' })
  vi.setSystemTime(Date.now() - 3_600_000)
  vi.advanceTimersByTime(60_000)
  expect(coolDown.error()).toBeUndefined()
})
