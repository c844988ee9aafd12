import type { Saying } from '@siagh-sync/sync-core/messages'

/** The value of a rule: data, or what `prefixed` makes. */
export type ProposedValue =
  | { readonly is: 'data'; readonly data: boolean | string | readonly string[] }
  | { readonly is: 'prefixed'; readonly prefix: string; readonly offset: number }

/** A rule that the site should set. Never a guess: `because` says what it rests on. */
export interface Proposal {
  /** The path of the rule below `rules`. Example: `find.typeKeys.person`. */
  readonly path: string
  readonly value: ProposedValue
  readonly because: Saying
}
