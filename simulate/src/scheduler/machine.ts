/** A simulated process. One that was killed never comes back; its successor is a new machine of the same slot. */
export interface Machine {
  readonly slot: number
  /** As in `w1.2`: the second process of slot 1. Those of the second company begin with `v`. */
  readonly name: string
  alive: boolean
  suspended: boolean
  /** How far its clock is from the true time. */
  offsetMs: number
  /** What waits for it to be resumed: timers that fell due and answers that came. */
  readonly backlog: { readonly cameAt: number; readonly run: () => void }[]
}

/** A process that runs. */
export function createMachine(company: string, slot: number, life: number, offsetMs: number): Machine {
  const name = `${company === 'default' ? 'w' : 'v'}${slot}.${life}`
  return { slot, name, alive: true, suspended: false, offsetMs, backlog: [] }
}
