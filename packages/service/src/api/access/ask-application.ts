import { err, ok, type Result } from 'neverthrow'
import { personSchema, type Person } from './person'

/** Asks the application who sends a request. `null`: nobody that it knows. */
export type OwnAuth = (request: Request) => Person | null | Promise<Person | null>

/** The application's sign-in gave no usable answer. `reason` holds no value of the application. */
export interface OwnAuthFailed {
  readonly kind: 'own_auth_failed'
  readonly reason: string
}

const LONGEST_MS = 30_000

/**
 * Asks the application who sends a request. `undefined`: nobody. An answer that is no person lets nobody in: a
 * program in JavaScript easily returns an object without a role.
 */
export async function askApplication(
  auth: OwnAuth,
  request: Request,
  longestMs = LONGEST_MS,
): Promise<Result<Person | undefined, OwnAuthFailed>> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), longestMs)
  })
  try {
    const answer: unknown = await Promise.race([auth(request), late])
    if (answer === LATE) return failed('it does not answer')
    if (answer === null || answer === undefined || answer === false) return ok(undefined)
    const person = personSchema.safeParse(answer)
    return person.success ? ok(person.data) : failed('it returned neither null nor a name with a role')
  } catch (error) {
    return failed(`it threw ${error instanceof Error ? error.name : typeof error}`)
  } finally {
    clearTimeout(timer)
  }
}

const LATE = Symbol('late')

const failed = (reason: string) => err({ kind: 'own_auth_failed', reason } as const)
