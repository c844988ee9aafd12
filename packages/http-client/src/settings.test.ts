import { describe, expect, it } from 'vitest'
import { settingsOf } from './settings'

describe('settingsOf', () => {
  it('fills in the documented defaults', () => {
    expect(settingsOf({})).toEqual({
      timeoutMs: 30_000,
      maxResponseBytes: 33_554_432,
      concurrency: 10,
      perSecond: 100,
      attempts: 3,
      firstDelayMs: 500,
      maxDelayMs: 10_000,
      failures: 10,
      openMs: 30_000,
      sessionTrustMs: 180_000,
      maxRetryAfterMs: 900_000,
    })
  })

  it.each([
    [{ timeoutMs: -1 }, 'timeoutMs must be a number of milliseconds from 1 to 2147483647'],
    [{ timeoutMs: Number.NaN }, 'timeoutMs must be a number of milliseconds from 1 to 2147483647'],
    [{ timeoutMs: 2 ** 31 }, 'timeoutMs must be a number of milliseconds from 1 to 2147483647'],
    [{ maxResponseBytes: 0 }, 'maxResponseBytes must be a whole number of at least 1'],
    [{ rateLimit: { concurrency: 0 } }, 'rateLimit.concurrency must be a whole number of at least 1'],
    [{ rateLimit: { perSecond: 1.5 } }, 'rateLimit.perSecond must be a whole number of at least 1'],
    [{ retry: { attempts: 0 } }, 'retry.attempts must be a whole number of at least 1'],
    [
      { retry: { firstDelayMs: 50, maxDelayMs: 10 } },
      'retry.maxDelayMs must be a number of milliseconds from 50 to 2147483647',
    ],
    [{ circuit: { failures: 0 } }, 'circuit.failures must be a whole number of at least 1'],
    [{ sessionTrustMs: 0 }, 'sessionTrustMs must be a number of milliseconds from 1 to 2147483647'],
    [{ maxRetryAfterMs: Infinity }, 'maxRetryAfterMs must be a number of milliseconds from 1 to 2147483647'],
    [{ circuit: { openMs: 0 } }, 'circuit.openMs must be a number of milliseconds from 1 to 2147483647'],
  ])('refuses %o in one sentence that names the option', (options, sentence) => {
    expect(() => settingsOf(options)).toThrow(new RangeError(sentence))
  })

  it('takes Infinity to lift the limits', () => {
    expect(settingsOf({ rateLimit: { concurrency: Infinity, perSecond: Infinity } })).toMatchObject({
      concurrency: Infinity,
      perSecond: Infinity,
    })
  })
})
