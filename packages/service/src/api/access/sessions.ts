import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Clock, Store, StoreUnavailable } from '@siagh-sync/sync-core'
import { okAsync, type ResultAsync } from 'neverthrow'
import * as z from 'zod'
import { foldName, type User } from './person'

/** A signed-in person has to sign in again after a working day. */
export const SESSION_SECONDS = 12 * 60 * 60

const stored = z.object({ user: z.string(), password: z.string(), until: z.number() })

/** Who is signed in. */
export interface Sessions {
  /** Begins a session and returns its token, which only the cookie holds. */
  begin(user: User): ResultAsync<string, StoreUnavailable>
  /** The user of a session. `undefined`: it has ended, or the user is gone or has another password now. */
  find(token: string): ResultAsync<User | undefined, StoreUnavailable>
  end(token: string): ResultAsync<void, StoreUnavailable>
}

/**
 * Keeps sessions in the store, so that they live through a restart and hold in every process. The store has a hash of each
 * token: who reads the store can use none of them.
 */
export function createSessions(
  values: Store['values'],
  company: string,
  users: readonly User[],
  clock: Pick<Clock, 'now'>,
): Sessions {
  return {
    begin(user) {
      const token = randomBytes(32).toString('base64url')
      const session = { user: user.name, password: mark(user), until: clock.now() + SESSION_SECONDS * 1_000 }
      return removeEnded(values, company, clock.now()).andThen(() =>
        values.set(company, nameOf(token), session, 0).map(() => token),
      )
    },
    find: (token) =>
      values.get(company, nameOf(token)).map((found) => {
        const session = stored.safeParse(found?.value)
        if (!session.success || session.data.until <= clock.now()) return undefined
        const user = users.find(({ name }) => foldName(name) === foldName(session.data.user))
        return user !== undefined && mark(user) === session.data.password ? user : undefined
      }),
    end: (token) => values.remove(company, nameOf(token)),
  }
}

/** The proof that a call comes from our own page: another page cannot read it. It belongs to one session. */
export function csrfToken(token: string): string {
  return createHmac('sha256', token).update('csrf').digest('base64url')
}

const PREFIX = 'session/'

const nameOf = (token: string) => PREFIX + createHash('sha256').update(token).digest('hex')

/** Changes with the user's password, so that a new password ends the sessions of the old one. */
const mark = ({ passwordHash }: User) => createHash('sha256').update(passwordHash).digest('base64url')

function removeEnded(values: Store['values'], company: string, now: number): ResultAsync<void, StoreUnavailable> {
  return values
    .list(company, PREFIX)
    .andThen((sessions) =>
      sessions
        .filter(({ value }) => !(stored.safeParse(value).data?.until ?? 0 > now))
        .reduce<ResultAsync<void, StoreUnavailable>>(
          (removed, { name }) => removed.andThen(() => values.remove(company, name)),
          okAsync(undefined),
        ),
    )
}
