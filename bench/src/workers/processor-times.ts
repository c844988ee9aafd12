import { cpus } from 'node:os'

/** How long the machine's processors have worked so far, together, and how many there are. */
export function processorTimes(): { readonly busyMs: number; readonly processors: number } {
  const all = cpus()
  const busyMs = all.reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
  return { busyMs, processors: all.length }
}
