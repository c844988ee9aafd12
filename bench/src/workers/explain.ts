import { size } from './crew'
import type { WorkersPass } from './run-pass'

const TOTAL = size.workers * size.concurrency

/** Where the time of a call's place goes, in milliseconds a run; and how long a run takes, of which several wait for a place. */
export interface Place {
  readonly whole: number
  /** The servers' latency: the ideal. */
  readonly latency: number
  /** What the calls take beyond it: HTTP, the servers' processor, checks. */
  readonly calls: number
  /** The place was empty. */
  readonly empty: number
  readonly run: { readonly whole: number; readonly store: number }
}

/** Takes a pass apart. */
export function placeOf({ wallMs, idealMs, runs, spent }: WorkersPass): Place {
  const perRun = (counts: (name: string) => boolean) =>
    Object.entries(spent).reduce((sum, [name, { ms }]) => (counts(name) ? sum + ms : sum), 0) / runs
  const whole = (wallMs * TOTAL) / runs
  const latency = (idealMs * TOTAL) / runs
  const calls = perRun((name) => name.startsWith('siagh.') || name.startsWith('crm.'))
  const store = perRun((name) => name.startsWith('store.'))
  const run = { whole: perRun((name) => name === 'handler'), store }
  return { whole, latency, calls: calls - latency, empty: whole - calls, run }
}

/** The parts as a sentence. */
export function placeText({ whole, latency, calls, empty, run }: Place): string {
  const ms = (figure: number) => figure.toFixed(1)
  const place = `ms of a place for a run: ${ms(whole)} = ${ms(latency)} latency + ${ms(calls)} calls + ${ms(empty)} empty`
  return `${place}; a run took ${ms(run.whole)}, ${ms(run.store)} of them in the store`
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
