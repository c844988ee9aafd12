import { once } from 'node:events'
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { isDamage } from './sqlite-codes'

// Reading 8 MB takes 20 ms, about as long as starting a thread.
const SMALL_BYTES = 8_000_000

/** A check under way. */
export interface QuickCheck {
  /** What is wrong with the file, in SQLite's words. `undefined`: nothing. Rejects if the check could not run. */
  readonly complaint: Promise<string | undefined>
  /** Ends the check early. `complaint` is then `undefined`. */
  stop(): Promise<unknown>
}

/**
 * Reads the whole file of a new connection and checks its pages. A large file is read in a thread, so that the event
 * loop continues. Resolves with what is wrong, in SQLite's words. `undefined`: nothing.
 */
export async function quickCheck(database: Database.Database, file: string): Promise<string | undefined> {
  return statSync(file).size > SMALL_BYTES ? quickCheckInThread(file).complaint : complaintOf(database)
}

function complaintOf(database: Database.Database): string | undefined {
  try {
    const answer = database.pragma('quick_check(1)', { simple: true })
    return answer === 'ok' ? undefined : String(answer)
  } catch (cause) {
    if (cause instanceof Error && isDamage(cause)) return cause.message
    throw cause
  }
}

// A text that runs by itself, because an application may have bundled this module into any file.
const CHECK = `
const { parentPort, workerData } = require('node:worker_threads')
const Database = require(workerData.driver)
const database = new Database(workerData.file, { readonly: true, fileMustExist: true })
try {
  const answer = database.pragma('quick_check(1)', { simple: true })
  parentPort.postMessage(answer === 'ok' ? undefined : String(answer))
} catch (error) {
  if (!/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) throw error
  parentPort.postMessage(error.message)
} finally {
  database.close()
}
`

/**
 * The same in its own thread and with its own connection. It sees what is on the disk, and not what another
 * connection has in memory. Writers do not have to wait for it.
 */
export function quickCheckInThread(file: string): QuickCheck {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  const worker = new Worker(CHECK, { eval: true, workerData: { driver, file } })
  const answered = once(worker, 'message').then(([answer]: readonly unknown[]) => answer as string | undefined)
  const ended = once(worker, 'exit').then(() => undefined)
  return { complaint: Promise.race([answered, ended]), stop: () => worker.terminate() }
}
