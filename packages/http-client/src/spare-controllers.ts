/** An abort controller that is lent to one fetch at a time. */
interface SpareController {
  readonly controller: AbortController
  uses: number
}

/** Where controllers come from and go back to. */
export interface SpareControllers {
  readonly take: () => SpareController
  /** Takes back one that was not aborted and whose fetch has ended. */
  readonly giveBack: (spare: SpareController) => void
}

// A fetch listens to its signal until its request is garbage-collected, and Node warns from the eleventh listener on.
const usesEach = 8

/**
 * Lends controllers out again: one that never aborted anything is as good as new, and a new signal for each fetch costs a tenth
 * of the whole call in listeners and finalizers.
 */
export function createSpareControllers(): SpareControllers {
  const spares: SpareController[] = []
  return {
    take: () => spares.pop() ?? { controller: new AbortController(), uses: 0 },
    giveBack: (spare) => {
      if (++spare.uses < usesEach) spares.push(spare)
    },
  }
}
