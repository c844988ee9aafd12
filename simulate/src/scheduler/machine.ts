/** A simulated process. One that was killed never comes back; its successor is a new machine of the same slot. */
export interface Machine {
  readonly slot: number
  /** As in `w1.2`: the second process of slot 1. */
  readonly name: string
  alive: boolean
  suspended: boolean
  /** How far its clock is from the true time. */
  offsetMs: number
  /** What waits for it to be resumed: timers that fell due and answers that came. */
  readonly backlog: { readonly cameAt: number; readonly run: () => void }[]
}

/** A process that runs. */
export function createMachine(slot: number, life: number, offsetMs: number): Machine {
  return { slot, name: `w${slot}.${life}`, alive: true, suspended: false, offsetMs, backlog: [] }
}
