import type { Dialect } from './dialect/dialect'

/** Sessions that run out. */
export interface Sessions {
  readonly open: (id: string) => void
  /** Whether the session exists and has not run out. */
  readonly isOpen: (id: string | null) => boolean
  readonly end: (id: string | null) => void
  readonly endAll: () => void
}

type Life = Dialect['siaghSessionLife'] | Dialect['crmTokenLife']

const minuteMs = 60_000

/** How long a session lives, in milliseconds. */
export const lifeMs: Readonly<Record<Life, number>> = {
  '20-minutes': 20 * minuteMs,
  '30-minutes': 30 * minuteMs,
  '1-minute': minuteMs,
  years: 5_000_000 * minuteMs,
  'no-time': 0,
}

/** No session is open. One that is opened lives for `life`, however often it is used. */
export const createSessions = (now: () => number, life: () => Life): Sessions => {
  const expiries = new Map<string, number>()
  return {
    open: (id) => {
      expiries.set(id, now() + lifeMs[life()])
    },
    isOpen: (id) => id !== null && (expiries.get(id) ?? -Infinity) > now(),
    end: (id) => {
      if (id !== null) expiries.delete(id)
    },
    endAll: () => expiries.clear(),
  }
}
