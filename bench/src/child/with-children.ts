import type { Child } from './start-child'
import type { Commands } from './commands'

/** Ends the children after `work`, even if `work` fails. */
export async function withChildren<T>(
  children: readonly Pick<Child<Commands>, 'stop'>[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } finally {
    await Promise.all(children.map((child) => child.stop()))
  }
}
