import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Clock, Store, StoreUnavailable } from '@siagh-sync/sync-core'
import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import * as z from 'zod'
import { foldName, type User } from './person'

/** A signed-in person has to sign in again after a working day. */
export const SESSION_SECONDS = 12 * 60 * 60

/** Who is signed in. */
export interface Sessions {
  /** Begins a session and returns its token, which only the cookie holds. */
  begin(user: User): ResultAsync<string, StoreUnavailable>
  /** The user of a session. `undefined`: it has ended, or the user is gone or has another password now. */
  find(token: string): ResultAsync<User | undefined, StoreUnavailable>
  end(token: string): ResultAsync<void, StoreUnavailable>
}

const session = z.object({ token: z.string(), password: z.string(), until: z.number() })
type Session = z.output<typeof session>

/** A person has a few devices. The oldest sessions end where there are more. */
const MOST_SESSIONS = 20

/**
 * Keeps the sessions of each user in one value of the store, so that they live through a restart and hold in every
 * process. The store has a hash of each token: who reads the store can use none of them.
 */
export function createSessions(
  values: Store['values'],
  company: string,
  users: readonly User[],
  clock: Pick<Clock, 'now'>,
): Sessions {
  const change = (key: string, to: (sessions: readonly Session[]) => readonly Session[]) =>
    changeValue(values, company, `sessions/${key}`, (sessions) =>
      to(sessions.filter(({ until }) => until > clock.now())).slice(-MOST_SESSIONS),
    )
  return {
    begin(user) {
      const secret = randomBytes(32).toString('base64url')
      const until = clock.now() + SESSION_SECONDS * 1_000
      const begun = { token: hashOf(secret), password: markOf(user), until }
      return change(keyOf(user), (sessions) => [...sessions, begun]).map(() => `${keyOf(user)}.${secret}`)
    },
    find(token) {
      const { key, secret } = parts(token)
      const user = users.find((each) => keyOf(each) === key)
      return values.get(company, `sessions/${key}`).map((found) => {
        const sessions = read(found?.value)
        const own = sessions.find((each) => each.token === hashOf(secret) && each.until > clock.now())
        return user !== undefined && own?.password === markOf(user) ? user : undefined
      })
    },
    end(token) {
      const { key, secret } = parts(token)
      const isOther = (each: Session) => each.token !== hashOf(secret)
      // The token may be made up. Then nothing is stored under its name.
      return values
        .get(company, `sessions/${key}`)
        .andThen((found) =>
          read(found?.value).every(isOther) ? okAsync(undefined) : change(key, (all) => all.filter(isOther)),
        )
    },
  }
}

/** The proof that a call comes from our own page: another page cannot read it. It belongs to one session. */
export function csrfToken(token: string): string {
  return createHmac('sha256', token).update('csrf').digest('base64url')
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Which value of the store holds the sessions of a user. */
const keyOf = ({ name }: User) => hashOf(foldName(name)).slice(0, 16)

/** Changes with the user's password, so that a new password ends the sessions of the old one. */
const markOf = ({ passwordHash }: User) => hashOf(passwordHash)

/** Letters that no key has are left out: what a browser sends becomes the name of a value. */
function parts(token: string): { readonly key: string; readonly secret: string } {
  const [key = '', secret = ''] = token.split('.')
  return { key: /^[\w-]{16}$/.test(key) ? key : 'nobody', secret }
}

function read(value: unknown): readonly Session[] {
  return z.array(session).safeParse(value).data ?? []
}

const TRIES = 10

const CONTENDED: StoreUnavailable = {
  kind: 'store_unavailable',
  retryable: true,
  message: 'the sessions are changed by others all the time',
}

/** Several processes may change the sessions of a user at once. */
function changeValue(
  values: Store['values'],
  company: string,
  name: string,
  to: (sessions: readonly Session[]) => readonly Session[],
): ResultAsync<void, StoreUnavailable> {
  return safeTry(async function* () {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const found = yield* values.get(company, name)
      const saved = yield* values.set(company, name, [...to(read(found?.value))], found?.version ?? 0)
      if (saved.status === 'saved') return ok(undefined)
    }
    return err(CONTENDED)
  })
}
