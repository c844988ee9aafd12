import { size } from './crew'
import type { WorkersPass } from './run-pass'

const TOTAL = size.workers * size.concurrency

/** Where the time of one run goes, in milliseconds of the slot that it occupies. */
export interface Slot {
  readonly whole: number
  /** The servers' latency: the ideal. */
  readonly latency: number
  /** What the calls take beyond it: HTTP, the servers' processor, checks. */
  readonly calls: number
  readonly store: number
  /** From the end of a run to the beginning of the next one in the same slot: the queue, and slots that were empty. */
  readonly queue: number
  /** The rest: the flow itself, and waiting for a processor. */
  readonly flow: number
}

/** Takes a pass apart. The journal's append is left out of the store's time: it goes on beside the settling. */
export function slotOf({ wallMs, idealMs, runs, spent }: WorkersPass): Slot {
  const perRun = (counts: (name: string) => boolean) =>
    Object.entries(spent).reduce((sum, [name, { ms }]) => (counts(name) ? sum + ms : sum), 0) / runs
  const whole = (wallMs * TOTAL) / runs
  const latency = (idealMs * TOTAL) / runs
  const handler = perRun((name) => name === 'handler')
  const calls = perRun((name) => name.startsWith('siagh.') || name.startsWith('crm.'))
  const store = perRun((name) => name.startsWith('store.') && name !== 'store.journal.append')
  return { whole, latency, calls: calls - latency, store, queue: whole - handler, flow: handler - calls - store }
}

/** The parts of a slot as a sentence. */
export function slotText({ whole, latency, calls, store, queue, flow }: Slot): string {
  const ms = (figure: number) => figure.toFixed(1)
  return `ms a run: ${ms(whole)} = ${ms(latency)} latency + ${ms(calls)} calls + ${ms(store)} store + ${ms(queue)} queue + ${ms(flow)} flow`
}

/** How busy the processors were, and with what. */
export function busyText({ all, workers, servers, web }: WorkersPass['busy']): string {
  const percent = (share: number) => (share * 100).toFixed(0)
  return `processors ${percent(all)} % busy (workers ${percent(workers)}, servers ${percent(servers)}, web ${percent(web)})`
}

/** Every timed call: how often and how long, for who wants to make it faster. */
export function callsText({ spent, runs }: WorkersPass): string {
  return Object.entries(spent)
    .map(([name, { times, ms }]) => `${name} ${(times / runs).toFixed(2)} x ${(ms / times).toFixed(2)} ms`)
    .join(', ')
}
