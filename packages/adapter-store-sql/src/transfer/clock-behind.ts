import { refusal, storeSaying } from '../messages/refusal'
import { contentsOf } from './copy-rows'
import type { StorePlace } from './store-place'

/** How the clock of this machine is taken. */
export interface ClockOptions {
  /** Whether the clock is right although the store holds later times, which another machine's wrong clock has written. Default `false`. */
  readonly clockIsRight?: boolean
}

/** Rejects with one sentence where the clock of this machine is behind what the store holds: its time of a restore would be too early. */
export async function refuseOlderClock(place: StorePlace, clock: ClockOptions = {}): Promise<void> {
  const { latestAt } = await place.read(contentsOf)
  refuseClockBehind(Date.now(), latestAt, clock)
}

/** Throws where `now` is before `latestAt`. */
export function refuseClockBehind(now: number, latestAt: number, { clockIsRight = false }: ClockOptions): void {
  if (clockIsRight || now >= latestAt) return
  throw refusal(storeSaying('clock_is_behind', { now: inWords(now), latest: inWords(latestAt) }))
}

const inWords = (time: number) => new Date(time).toISOString().slice(0, 16).replace('T', ' ')
