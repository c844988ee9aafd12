import { createHash, timingSafeEqual } from 'node:crypto'
import type { StoreUnavailable } from '@siagh-sync/sync-core'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { err, ok, type Result } from 'neverthrow'
import { askApplication, type OwnAuth, type OwnAuthFailed } from './ask-application'
import type { Person } from './person'
import { csrfToken, type Sessions } from './sessions'

/** By what callers are known. */
export interface Access {
  /** Machines bring it as `Authorization: Bearer …`. They may do everything. */
  readonly token?: string | undefined
  /** The application's own sign-in, in place of users. */
  readonly auth?: OwnAuth | undefined
  readonly sessions: Sessions
}

/** The name of the cookie, without its prefix `__Host-`. */
export const COOKIE = 'siagh-sync'

/** The header that proves that a call comes from our own page. */
export const CSRF_HEADER = 'x-csrf-token'

const MACHINE: Person = { name: 'token', role: 'operator', isProgram: true }

/** Why a call is not answered. */
export type Unidentified = StoreUnavailable | OwnAuthFailed | { readonly kind: 'unknown' | 'foreign_page' }

/** Says who sends a request. A browser sends cookies by itself, so a call that changes something needs a proof as well. */
export async function identify(context: Context, access: Access): Promise<Result<Person, Unidentified>> {
  const { req } = context
  const [, bearer] = /^bearer +(.+)$/i.exec(req.header('authorization') ?? '') ?? []
  if (bearer !== undefined && access.token !== undefined && isSame(bearer, access.token)) return ok(MACHINE)
  const isChange = !['GET', 'HEAD'].includes(req.method)
  const proof = req.header(CSRF_HEADER)
  if (access.auth !== undefined) {
    // The token may be one of the application.
    const asked = await askApplication(access.auth, req.raw)
    if (asked.isErr()) return err(asked.error)
    if (asked.value === undefined) return err(UNKNOWN)
    // A page of another origin can send no header of its own: the browser asks us first, and we never allow it.
    return isChange && proof === undefined ? err(FOREIGN_PAGE) : ok(asked.value)
  }
  if (bearer !== undefined) return err(UNKNOWN)
  const token = getCookie(context, COOKIE, 'host')
  if (token === undefined) return err(UNKNOWN)
  const found = await access.sessions.find(token)
  if (found.isErr()) return err(found.error)
  if (found.value === undefined) return err(UNKNOWN)
  if (isChange && !isSame(proof ?? '', csrfToken(token))) return err(FOREIGN_PAGE)
  const { name, role } = found.value
  return ok({ name, role })
}

const UNKNOWN = { kind: 'unknown' } as const
const FOREIGN_PAGE = { kind: 'foreign_page' } as const

/** Compares two secrets in a time that says nothing about them. Digests have equal lengths. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
