import type { Fault } from './faults/fault'

/** One call that reached a server, in the order of arrival. */
export interface RequestRecord<Operation extends string> {
  readonly method: string
  readonly path: string
  /** `unknown` for a path that the server does not have. */
  readonly operation: Operation | 'unknown'
  /** Milliseconds since the epoch, by the sandbox's clock. */
  readonly at: number
  /** Whether it was carried out: known once it has been. */
  readonly applied: boolean
  /** The status that was answered; absent where no answer was given. */
  readonly status?: number
  /** Whether it was answered that its session is over. */
  readonly sessionEnded?: true
  /** The fault that struck, if one did. */
  readonly fault?: Fault
}
