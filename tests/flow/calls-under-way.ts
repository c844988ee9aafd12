/** After so many turns of the event loop an answer has been read, and what follows from it is done: the store is in memory. */
const TURNS = 5
/** A call that is still under way after so many turns waits for the clock, as a slow server of the sandbox does. */
const TURNS_OF_A_CALL = 50

/** Knows when nothing more happens until time passes. */
export interface CallsUnderWay {
  /** Counts a call until it is answered. */
  readonly count: <T>(call: () => Promise<T>) => Promise<T>
  /** Resolves when nothing happens any more: no call is under way, or those that are wait for time to pass. */
  readonly ended: () => Promise<void>
}

export function callsUnderWay(): CallsUnderWay {
  let underWay = 0
  let changes = 0
  return {
    async count(call) {
      underWay += 1
      changes += 1
      try {
        return await call()
      } finally {
        underWay -= 1
        changes += 1
      }
    },
    async ended() {
      let seen = changes
      for (let turns = 0; turns < (underWay === 0 ? TURNS : TURNS_OF_A_CALL); turns += 1) {
        await new Promise((resolve) => setImmediate(resolve))
        if (changes !== seen) turns = 0
        seen = changes
      }
    },
  }
}
