import { refusal, storeSaying } from '../messages/refusal'
import { contentsOf } from './copy-rows'
import type { StorePlace } from './store-place'

/** Whether to believe the clock of this machine. */
export interface ClockOptions {
  /**
   * Whether the clock is right although the store holds later times, because another machine had a wrong clock.
   * Default `false`.
   */
  readonly clockIsRight?: boolean
}

/**
 * Rejects with one sentence if the clock of this machine is behind the times in the store. The time of a restore
 * would be too early.
 */
export async function refuseOlderClock(place: StorePlace, clock: ClockOptions = {}): Promise<void> {
  const { latestAt } = await place.read(contentsOf)
  refuseClockBehind(Date.now(), latestAt, clock)
}

/** Throws if `now` is before `latestAt`. */
export function refuseClockBehind(now: number, latestAt: number, { clockIsRight = false }: ClockOptions): void {
  if (clockIsRight || now >= latestAt) return
  throw refusal(storeSaying('clock_is_behind', { now: inWords(now), latest: inWords(latestAt) }))
}

const inWords = (time: number) => new Date(time).toISOString()
