import { afterEach, describe, expect, it, vi } from 'vitest'
import { retryAfterMs } from './retry-after'

afterEach(() => vi.useRealTimers())

describe('retryAfterMs', () => {
  it('reads seconds', () => {
    expect(retryAfterMs(new Headers({ 'retry-after': ' 7 ' }))).toBe(7000)
  })

  it('reads a date by the clock of the server that sent it', () => {
    const headers = { 'retry-after': 'Tue, 03 Feb 2026 10:00:30 GMT', date: 'Tue, 03 Feb 2026 10:00:00 GMT' }
    expect(retryAfterMs(new Headers(headers))).toBe(30_000)
  })

  it('reads a date by our clock where the server does not tell its own', () => {
    vi.useFakeTimers({ now: Date.parse('2026-02-03T10:00:00Z') })
    expect(retryAfterMs(new Headers({ 'retry-after': 'Tue, 03 Feb 2026 10:00:05 GMT' }))).toBe(5000)
  })

  it('takes a date in the past for no pause, and more than a day for a day', () => {
    expect(retryAfterMs(new Headers({ 'retry-after': 'Tue, 03 Feb 2015 10:00:05 GMT' }))).toBe(0)
    expect(retryAfterMs(new Headers({ 'retry-after': '9'.repeat(400) }))).toBe(86_400_000)
  })

  it.each(['', 'soon', '-5 minutes ago'])('ignores %j', (value) => {
    expect(retryAfterMs(new Headers({ 'retry-after': value }))).toBeUndefined()
  })
})
