import { setTimeout as sleep } from 'node:timers/promises'
import { RedisConnection, type RedisOptions } from 'bullmq'
import type { Report } from '../report'
import { unlessComplaint } from '../unless-complaint'

/** One connection to Redis that is made again whenever it is lost. */
export interface Link {
  readonly connection: RedisConnection
  /** Resolves when it is connected for the first time, rejects with what is in the way before. */
  ready(): Promise<unknown>
  /** It is not made again from now on. */
  letGo(): void
  /** Lets go, and resolves when it is connected or is known not to be: in between BullMQ cannot close it. */
  settle(): Promise<void>
  cut(): void
}

/** Slower than this nobody notices that Redis is back. */
const LONGEST_PAUSE_MS = 1_000

/** BullMQ blocks for ten seconds at most: who is silent for longer is gone. */
const SILENCE_MS = 15_000
const CONNECT_MS = 5_000

/** Longer than a pause and an attempt to connect. */
const SETTLE_MS = LONGEST_PAUSE_MS + CONNECT_MS + 1_000

/** What a server says that is no longer, or not yet, the one to write to: connecting anew finds the right one. */
const WRONG_SERVER = /READONLY|LOADING|MASTERDOWN/

/** For those who ring: an answer now or an error now, nothing is kept for later. */
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

/** Connects. What is said of time and of trying again in `options`, the user's, gives way to `manner`. */
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
  const settle = async () => {
    letGo()
    const client = await connection.client
    if (client.status === 'ready' || client.status === 'end') return
    const told = new Promise<void>((resolve) => client.once('ready', resolve).once('end', resolve))
    await Promise.race([told, sleep(SETTLE_MS, undefined, { ref: false })])
  }
  return { connection, ready, letGo, settle, cut }
}

function connect(options: RedisOptions, blocking: boolean, report: Report): RedisConnection {
  const reconnectOnError = (error: Error) => WRONG_SERVER.test(error.message)
  const connection = new RedisConnection({ ...options, reconnectOnError }, { blocking, skipVersionCheck: true })
  connection.setMaxListeners(0)
  connection.on('error', report.failed)
  connection.on('ready', report.healed)
  return connection
}
