import type { JobsOptions, Processor } from 'bullmq'

/** The content of a job: the encoded key. */
export interface WakeUp {
  readonly key: string
}

/** What is known of a key with a wake-up that is waiting or being handled. */
export interface Waiting {
  /** When the waiting wake-up is due. `null`: it does not wait for a time. */
  readonly dueAt: number | null
  /** How long after the present run the next one is due. `null`: none was requested. */
  readonly nextDelayMs: number | null
}

/**
 * The wake-ups of one topic, for those who request them. While the engine is away, every method rejects within a
 * limited time.
 */
export interface Line {
  /** Adds a job and returns its id. If there is already a job for the key, returns the id of that job. */
  add(wakeUp: WakeUp, options: JobsOptions): Promise<string>
  changeDelay(jobId: string, delayMs: number): Promise<void>
  /** `id` is the deduplication id, `jobId` the job that holds it. */
  look(id: string, jobId: string): Promise<Waiting>
}

/** The parts of BullMQ's `Worker` that are used, for every backend. */
interface BullmqWorker {
  on(event: 'error', listener: (error: Error) => void): unknown
  once(event: 'error', listener: (error: Error) => void): unknown
  off(event: 'error', listener: (error: Error) => void): unknown
  waitUntilReady(): Promise<void>
  run(): Promise<void>
  pause(doNotWaitActive: boolean): Promise<void>
}

/** A BullMQ worker that is not running yet. */
export interface Hands {
  readonly worker: BullmqWorker
  /** Resolves when BullMQ has closed the worker. BullMQ waits for the jobs under way. */
  close(): Promise<void>
  /** From now on, lost connections are not opened again. */
  letGo(): void
  /** Closes the connections at once. */
  cut(): void
}

/** Redis or PostgreSQL. */
export interface Engine {
  /** The line of a queue. While the engine is away, it rejects within a limited time. */
  line(name: string): Line | Promise<Line>
  /** A worker for a queue, with its own connections. */
  hire(name: string, processor: Processor<WakeUp, void>, concurrency: number): Hands
  /** Closes the lines. */
  close(): Promise<void>
}

/** A job is removed at its end, after success and after failure. */
export const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const

/** BullMQ writes events, but nothing here reads them. */
export const streams = { events: { maxLen: 1_000 } } as const
