import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDeadlines } from './deadlines'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a deadline', () => {
  it('passes after its own time, whatever others wait on the same timer', () => {
    const passed: string[] = []
    const startWait = createDeadlines(1000)
    startWait(() => passed.push('first'))
    vi.advanceTimersByTime(400)
    startWait(() => passed.push('second'))
    vi.advanceTimersByTime(599)
    expect(passed).toEqual([])
    vi.advanceTimersByTime(1)
    expect(passed).toEqual(['first'])
    vi.advanceTimersByTime(399)
    expect(passed).toEqual(['first'])
    vi.advanceTimersByTime(1)
    expect(passed).toEqual(['first', 'second'])
  })

  it('does not pass once its wait has ended, and the next one has its full time', () => {
    const passed: string[] = []
    const startWait = createDeadlines(1000)
    const endWait = startWait(() => passed.push('ended'))
    vi.advanceTimersByTime(900)
    endWait()
    startWait(() => passed.push('next'))
    vi.advanceTimersByTime(999)
    expect(passed).toEqual([])
    vi.advanceTimersByTime(1)
    expect(passed).toEqual(['next'])
    startWait(() => passed.push('after a quiet time'))
    vi.advanceTimersByTime(1000)
    expect(passed).toEqual(['next', 'after a quiet time'])
  })

  it('holds the process while somebody waits and not a moment longer', () => {
    vi.useRealTimers()
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const startWait = createDeadlines(60_000)
    const endFirst = startWait(() => undefined)
    const timer = timers.mock.results[0]?.value as NodeJS.Timeout
    expect(timer.hasRef()).toBe(true)
    endFirst()
    expect(timer.hasRef()).toBe(false)
    const [endSecond, endThird] = [startWait(() => undefined), startWait(() => undefined)]
    endSecond()
    expect(timer.hasRef()).toBe(true)
    endThird()
    expect(timer.hasRef()).toBe(false)
    expect(timers).toHaveBeenCalledTimes(1)
    clearTimeout(timer)
    timers.mockRestore()
  })
})
