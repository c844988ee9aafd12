import type { Context } from 'hono'
import type { AskedBy, Sync } from '@siagh-sync/sync-core'
import type { Language } from '@siagh-sync/sync-core/messages'
import type { Person } from '../access/person'

/** What each call of the API knows about its caller. */
export interface ApiEnv {
  readonly Variables: {
    /** Who asks. */
    readonly person: Person
    /** The language of the answer's messages. */
    readonly language: Language
    /** The company that the path names. */
    readonly sync: Sync
  }
}

/** The person's name, for the history. */
export function askedBy(context: Context<ApiEnv>): AskedBy {
  const { name, isProgram = false } = context.get('person')
  return isProgram ? {} : { by: name }
}
