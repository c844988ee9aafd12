/** Something with an error event. */
interface Complaining {
  once(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
}

/**
 * Resolves or rejects like `work`, or rejects with the first error event of `who`, whichever comes first. Removes its
 * listener.
 */
export async function unlessComplaint<T>(who: Complaining, work: Promise<T>): Promise<T> {
  let complain = (_error: Error) => {}
  const complaint = new Promise<never>((_, reject) => (complain = reject))
  who.once('error', complain)
  try {
    return await Promise.race([work, complaint])
  } finally {
    who.off('error', complain)
  }
}
