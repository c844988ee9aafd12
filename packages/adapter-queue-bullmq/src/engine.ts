import type { JobsOptions, Processor } from 'bullmq'

/** All that a job holds: the key, encoded. */
export interface WakeUp {
  readonly key: string
}

/** What else is known of a key for which a wake-up is waiting or being answered. */
export interface Waiting {
  /** When the wake-up that waits for its time is due; `null` where it does not wait for a time. */
  readonly dueAt: number | null
  /** How long after the run under way the next one is to come; `null` where none was asked for. */
  readonly nextDelayMs: number | null
}

/** The wake-ups of one topic, from the side of those who ring. Every method rejects, in time, while the engine is away. */
export interface Line {
  /** Adds a job, and returns its id or the id of the job that is there for the same key already. */
  add(wakeUp: WakeUp, options: JobsOptions): Promise<string>
  changeDelay(jobId: string, delayMs: number): Promise<void>
  /** `id` is the deduplication id, `jobId` the job that holds it. */
  look(id: string, jobId: string): Promise<Waiting>
}

/** What is used of BullMQ's `Worker`, whatever backend it has. */
interface BullmqWorker {
  on(event: 'error', listener: (error: Error) => void): unknown
  once(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
  waitUntilReady(): Promise<void>
  run(): Promise<void>
  pause(doNotWaitActive: boolean): Promise<void>
}

/** A BullMQ worker that does not run yet. */
export interface Hands {
  readonly worker: BullmqWorker
  /** Resolves when BullMQ has closed the worker, which waits for the jobs under way. */
  close(): Promise<void>
  /** Connections that are lost from now on are not made again. */
  letGo(): void
  /** Cuts the connections. */
  cut(): void
}

/** Redis or PostgreSQL. */
export interface Engine {
  /** The line of a queue. Rejects, in time, while the engine is away. */
  line(name: string): Line | Promise<Line>
  /** A worker for a queue, with connections of its own. */
  hire(name: string, processor: Processor<WakeUp, void>, concurrency: number): Hands
  /** Lets go of the lines. */
  close(): Promise<void>
}

/** A job is removed when it has ended, however it ended. */
export const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const

/** Events are written by BullMQ and read by nobody here. */
export const streams = { events: { maxLen: 1_000 } } as const
