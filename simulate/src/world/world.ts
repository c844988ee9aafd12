import type { Sandbox } from '@siagh-sync/sandbox'
import type { Queue, Store, Sync } from '@siagh-sync/sync-core'
import type { Ledger, SentRequest } from '../checks/ledger'
import type { WorldEvent, WriteMoment } from '../history/event'
import type { Machine } from '../scheduler/machine'
import type { Timeline } from '../scheduler/timeline'
import type { Latency } from './passage'
import type { Plan } from './plan'

/** A process that was started and not killed. */
export interface Running {
  readonly machine: Machine
  readonly sync: Sync
  readonly queue: Queue
}

/** The person who looks after the product. */
export interface Operator {
  /** Handles all dead letters afresh, from this process, but for documents in doubt. */
  retryFailures(slot: number): void
  /** Brings a record over at once. */
  syncNow(slot: number, record: number): void
  /**
   * Somebody who waits in vain for a record asks for it once more through another process, a little later; of a document in doubt they say
   * first what Siagh shows by then.
   */
  askAgain(slot: number, id: string): void
  /** Says of some of the documents in doubt what is true of them: whether Siagh has a pre-invoice with their mark. */
  settleDoubts(share: (id: string) => boolean): void
  /** The same during the faults, of all that are in doubt, and once: the product refuses a verdict that comes too early. */
  settleSomeDoubts(slot: number): void
  /** Looks at what is held, again and again, and releases what was seen; during the faults some of it is refused. */
  watchHeld(): void
  /** Catches up with the CRM from the beginning, and notes what was deleted there, which a catch-up cannot see. */
  catchUp(): void
}

/** All there is during the run of one seed. */
export interface World {
  readonly plan: Plan
  readonly timeline: Timeline
  readonly latency: Latency
  readonly sandbox: Sandbox
  /** What all processes share, reached directly: for the harness alone. */
  readonly store: Store
  readonly ledger: Ledger
  /** By slot; absent while a process is down. */
  readonly slots: Map<number, Running>
  /** The processes that are up and not suspended, in order. */
  running(): readonly Running[]
  /** What strikes the process of a slot in its next write. */
  readonly blows: Map<number, Extract<WorldEvent, { kind: 'strike-write' }>>
  /** How long the machine of a slot is to be frozen when it has read a record and not begun to write any. */
  readonly freezes: Map<number, number>
  /** Strikes a process that was to be struck at this moment of a write. Answers whether it was. */
  strikeWrite(machine: Machine, moment: Exclude<WriteMoment, 'sent'>): boolean
  /** Strikes a process that was to be struck when it sends a write. Answers how, if it was. */
  strikeSent(sent: SentRequest): 'kill' | 'suspend' | 'cut' | undefined
  /** Freezes a machine that was to be frozen, if this is the time. */
  strikeRead(machine: Machine): void
  readonly operator: Operator
  /** How likely a store call of this slot fails just now. */
  readonly storeFaults: Map<number, { readonly part: 'all' | 'marks'; readonly share: number }>
  /** How much of its list of contacts Siagh answers just now; absent: all of it. */
  listCut?: { readonly rows: number; readonly share: number }
  /** Whether the faults are over. */
  isCalm(): boolean
  calmDown(): void
  /** Adds a line to what happened. */
  trace(line: string): void
  /** What the operator, or somebody at Siagh's screen, has begun and will not leave undone. */
  chores: number
  /** Counts what was drawn by a number alone. */
  draws: number
}
