import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Logger } from '@siagh-sync/sync-core'
import type { Param, Saying } from '@siagh-sync/sync-core/messages'
import { textOf } from '@siagh-sync/sync-core/messages'
import { inEnglish, refusal, serviceSaying } from '../messages/service-messages'
import { hidePassword } from './hide-password'

const EVERY_MS = 1_000

/** SQLSTATE classes of errors that waiting does not solve: the user, the database, its rights, the statement. */
const REFUSALS = /^(28|3D|42|22)/

/** How long to wait for a database. */
export interface Patience {
  /** 0: one attempt. */
  readonly waitMs: number
  /** Ends the wait as if the time were over. */
  readonly signal?: AbortSignal | undefined
}

/** Resolves when the database has answered. Rejects with one sentence that names the setting and not its value. */
export async function awaitDatabase(
  pool: Pool,
  url: string,
  { waitMs, signal }: Patience,
  logger: Logger,
): Promise<void> {
  const end = Date.now() + waitMs
  for (;;) {
    const error = await errorOf(pool)
    if (error === undefined) return
    const reason = reasonOf(error, url)
    if (REFUSALS.test(error.code) || waitMs === 0) throw cannotBeUsed(reason)
    if (signal?.aborted || Date.now() + EVERY_MS > end) {
      throw cannotBeUsed(serviceSaying('tried_for', { reason, seconds: Math.round(waitMs / 1_000) }))
    }
    logger.warn({ reason: inEnglish(reason) }, 'waiting for the database')
    // An abort rejects the pause, and the loop checks the signal again.
    await pause(EVERY_MS, undefined, { ...(signal && { signal }) }).catch(() => {})
  }
}

/**
 * An error that names the setting, but not its value, for the person who starts the service. It has no cause, because
 * the driver's error may hold the password.
 */
export function cannotBeUsed(reason: Param): Error {
  return refusal(serviceSaying('database_unusable', { reason }))
}

interface Refusal {
  readonly code: string
  readonly message: string
}

async function errorOf(pool: Pool): Promise<Refusal | undefined> {
  try {
    await pool.query('SELECT 1')
    return undefined
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    return { code: String(code), message: textOf(error) }
  }
}

const REASONS = new Map([
  ['ECONNREFUSED', serviceSaying('nothing_listens')],
  ['ENOTFOUND', serviceSaying('no_such_host')],
  ['EAI_AGAIN', serviceSaying('no_such_host')],
  ['28P01', serviceSaying('user_or_password_refused')],
  ['28000', serviceSaying('user_refused')],
  ['3D000', serviceSaying('no_such_database')],
])

function reasonOf({ code, message }: Refusal, url: string): Saying | string {
  return REASONS.get(code) ?? hidePassword(url, message)
}

/** Why there is no connection to a database, in words; `undefined`: the error is about something else. */
export function connectionFault(error: unknown): Saying | undefined {
  return error instanceof Error ? REASONS.get(String(Reflect.get(error, 'code'))) : undefined
}
