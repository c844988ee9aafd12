import type { Fault } from '@siagh-sync/sandbox'

/** What happens to the world at an instant, drawn before the run. Slots name machines and records; one that is not there changes nothing. */
export type WorldEvent = { readonly at: number; readonly company?: 'second' } & (
  | { readonly kind: 'create'; readonly record: number; readonly variant: number }
  | { readonly kind: 'edit'; readonly record: number; readonly variant: number }
  | { readonly kind: 'remove'; readonly record: number }
  /** A person becomes an organization, or the other way round, and nothing else of it changes. */
  | { readonly kind: 'change-type'; readonly record: number }
  /** Somebody deletes the contact of an identity at Siagh's own screen. What comes of it `laterMs` after that: see `Aftermath`. */
  | { readonly kind: 'lose-contact'; readonly record: number; readonly then: Aftermath; readonly laterMs: number }
  /** Somebody makes the contact of an identity an account party, where that is done by hand. */
  | { readonly kind: 'give-account-party'; readonly record: number }
  /** The next `times` calls of that operation. */
  | {
      readonly kind: 'fault'
      readonly side: Side
      readonly operation: string
      readonly fault: Fault
      readonly times: number
    }
  /** Some of all calls, for a while. */
  | {
      readonly kind: 'fault-spell'
      readonly side: Side
      readonly fault: Fault
      readonly share: number
      readonly forMs: number
    }
  | { readonly kind: 'expire-sessions'; readonly side: Side }
  /** For a while Siagh's list of contacts has its first rows alone: at most so many, and at most this share of them. */
  | { readonly kind: 'cut-list'; readonly rows: number; readonly share: number; readonly forMs: number }
  | { readonly kind: 'kill'; readonly slot: number; readonly downMs: number }
  /** At the next such moment of a write it is killed, suspended, or cut off from a write that arrives all the same, and late. */
  | {
      readonly kind: 'strike-write'
      readonly slot: number
      readonly moment: WriteMoment
      readonly blow: 'kill' | 'suspend' | 'cut'
      readonly forMs: number
    }
  /** Stopped with its clock, as a whole machine is, between reading a record and writing it; its clock is set right when it goes on. */
  | { readonly kind: 'freeze'; readonly slot: number; readonly forMs: number }
  | { readonly kind: 'stop'; readonly slot: number; readonly downMs: number }
  | { readonly kind: 'suspend'; readonly slot: number; readonly forMs: number }
  | { readonly kind: 'clock-jump'; readonly slot: number; readonly byMs: number }
  /** A clock that is days off, until somebody sets it right. */
  | { readonly kind: 'wrong-clock'; readonly slot: number; readonly byMs: number; readonly forMs: number }
  /** Calls of the whole store, or of one part of it. */
  | {
      readonly kind: 'store-fails'
      readonly slot: number
      readonly part: 'all' | 'marks'
      readonly share: number
      readonly forMs: number
    }
  | { readonly kind: 'retry-failures'; readonly slot: number }
  | { readonly kind: 'settle-doubts'; readonly slot: number }
  | { readonly kind: 'sync-now'; readonly slot: number; readonly record: number }
)

/** It has just stored an intent, sent a write that takes long to arrive, or Siagh has carried out a write of it. */
export type WriteMoment = 'intent' | 'sent' | 'written'

/**
 * What follows the deletion of a contact in Siagh: nothing; its `Code` is given to somebody else; it is brought back as it was; or both, so that it
 * is there again under a new `Code`.
 */
type Aftermath = 'nothing' | 'code-given-again' | 'brought-back' | 'brought-back-elsewhere'

/** One of the two servers. */
export type Side = 'siagh' | 'crm'

/** One line for a person. */
export function describeEvent({ at, kind, ...rest }: WorldEvent, start: number): string {
  const details = Object.entries(rest).map(([name, value]) => `${name} ${String(value)}`)
  return `${((at - start) / 1000).toFixed(1).padStart(7)} s  ${kind}${details.length > 0 ? `: ${details.join(', ')}` : ''}`
}
