import { setTimeout as sleep } from 'node:timers/promises'
import { RedisConnection, type RedisOptions } from 'bullmq'
import type { Report } from '../report'
import { unlessComplaint } from '../unless-complaint'

/** A connection to Redis that is opened again whenever it is lost. */
export interface Link {
  readonly connection: RedisConnection
  /** Resolves when it is connected for the first time. Rejects with an earlier error. */
  ready(): Promise<unknown>
  /** From now on, the connection is not opened again. */
  letGo(): void
  /**
   * Does the same, and resolves when the connection is open or closed. While it is being opened, BullMQ cannot close
   * it.
   */
  stopConnecting(): Promise<void>
  cut(): void
}

/** A longer pause would delay the time when it is noticed that Redis is back. */
const LONGEST_PAUSE_MS = 1_000

/** BullMQ blocks for at most ten seconds. A server that is silent for longer is away. */
const SILENCE_MS = 15_000
const CONNECT_MS = 5_000

/** Longer than one pause and one attempt to connect. */
const LONGEST_CONNECT_MS = LONGEST_PAUSE_MS + CONNECT_MS + 1_000

/**
 * The errors of a server that is not the one to write to any more, or not yet. A new connection finds the right
 * server.
 */
const WRONG_SERVER = /READONLY|LOADING|MASTERDOWN/

/** For callers that enqueue: an answer or an error now. Nothing is kept for later. */
export const hasty = (timeoutMs: number): RedisOptions => ({
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  commandTimeout: timeoutMs,
  socketTimeout: timeoutMs,
  connectTimeout: timeoutMs,
})

/** For workers: commands wait until Redis is back. */
export const patient: RedisOptions = {
  enableOfflineQueue: true,
  maxRetriesPerRequest: null,
  autoResendUnfulfilledCommands: true,
  commandTimeout: undefined,
  socketTimeout: SILENCE_MS,
  connectTimeout: CONNECT_MS,
}

/** Connects. The time limits and retries in `manner` override those in the user's `options`. */
export function openLink(options: RedisOptions, manner: RedisOptions, blocking: boolean, report: Report): Link {
  let given = true
  const letGo = () => {
    given = false
  }
  const retryStrategy = (times: number) => (given ? Math.min(times * 100, LONGEST_PAUSE_MS) : null)
  const connection = connect({ ...options, ...manner, retryStrategy }, blocking, report)
  let waiting: Promise<unknown> | undefined
  const ready = () =>
    (waiting ??= unlessComplaint(connection, connection.client).catch((error: unknown) => {
      waiting = undefined
      throw error
    }))
  const cut = () => {
    connection.client.then(
      (client) => client.disconnect(),
      () => undefined,
    )
  }
  const stopConnecting = async () => {
    letGo()
    const client = await connection.client
    if (client.status === 'ready' || client.status === 'end') return
    const readyOrEnded = new Promise<void>((resolve) => client.once('ready', resolve).once('end', resolve))
    await Promise.race([readyOrEnded, sleep(LONGEST_CONNECT_MS, undefined, { ref: false })])
  }
  return { connection, ready, letGo, stopConnecting, cut }
}

function connect(options: RedisOptions, blocking: boolean, report: Report): RedisConnection {
  const reconnectOnError = (error: Error) => WRONG_SERVER.test(error.message)
  const connection = new RedisConnection({ ...options, reconnectOnError }, { blocking, skipVersionCheck: true })
  connection.setMaxListeners(0)
  connection.on('error', report.failed)
  connection.on('ready', report.healed)
  return connection
}
