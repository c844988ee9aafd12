/** What complains by an event. */
interface Complaining {
  once(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
}

/** Settles as `work` does, or rejects with the first complaint of `who`, whichever comes first. Leaves no listener behind. */
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
