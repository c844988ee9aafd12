import type { Sandbox } from '@siagh-sync/sandbox'
import type { Queue, Store, Sync } from '@siagh-sync/sync-core'
import type { Ledger } from '../checks/ledger'
import type { WorldEvent } from '../history/event'
import type { Machine } from '../scheduler/machine'
import type { Timeline } from '../scheduler/timeline'
import type { Operator } from './operator'
import type { Latency } from './passage'
import type { Plan } from './plan'

/** A process that was started and not killed. */
export interface Running {
  readonly machine: Machine
  readonly sync: Sync
  readonly queue: Queue
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
  readonly operator: Operator
  /** How likely a store call of this slot fails just now. */
  readonly storeFaults: Map<number, number>
  /** Whether the faults are over. */
  isCalm(): boolean
  calmDown(): void
  /** Adds a line to what happened. */
  trace(line: string): void
  /** Counts what was drawn by a number alone. */
  draws: number
}
