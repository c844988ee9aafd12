import { size } from './crew'
import type { WorkersPass } from './run-pass'

const TOTAL = size.workers * size.concurrency

/** Where the time of a call's place goes, in milliseconds a run. */
export interface Place {
  readonly whole: number
  /** The servers' latency: the ideal. */
  readonly latency: number
  /** What the calls take beyond it: HTTP and the servers' processor. */
  readonly calls: number
  /** No call was under way. */
  readonly empty: number
}

/** Takes a pass apart. */
export function placeOf({ wallMs, idealMs, runs, spent }: WorkersPass): Place {
  const whole = (wallMs * TOTAL) / runs
  const latency = (idealMs * TOTAL) / runs
  const calls = Object.values(spent).reduce((sum, { ms }) => sum + ms, 0) / runs
  return { whole, latency, calls: calls - latency, empty: whole - calls }
}

/** The parts as a sentence. */
export function placeText({ whole, latency, calls, empty }: Place): string {
  const ms = (figure: number) => figure.toFixed(1)
  return `ms of a place for a run: ${ms(whole)} = ${ms(latency)} latency + ${ms(calls)} calls + ${ms(empty)} empty`
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
