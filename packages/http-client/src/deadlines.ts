/** Begins a wait; what it returns ends it. `expire` is called unless that comes within the time. */
export type Deadlines = (expire: () => void) => () => void

interface Wait {
  readonly expire: () => void
  readonly dueAt: number
}

/**
 * Waits of one length that share a timer. Of equal waits the oldest is always the next one due, so beginning and ending one only
 * adds to a set and takes from it.
 */
export function createDeadlines(lengthMs: number): Deadlines {
  const waits = new Set<Wait>()
  let timer: NodeJS.Timeout | undefined

  const expireDue = () => {
    timer = undefined
    for (const wait of waits) {
      const left = wait.dueAt - performance.now()
      if (left > 0) {
        timer = setTimeout(expireDue, Math.ceil(left))
        return
      }
      waits.delete(wait)
      wait.expire()
    }
  }
  return (expire) => {
    const wait = { expire, dueAt: performance.now() + lengthMs }
    waits.add(wait)
    if (timer === undefined) timer = setTimeout(expireDue, lengthMs)
    else if (waits.size === 1) timer.ref()
    return () => {
      waits.delete(wait)
      // The timer is left to run out, and does not keep a process alive that waits for nothing.
      if (waits.size === 0) timer?.unref()
    }
  }
}
