import * as z from 'zod'
import { serviceSaying } from '../../messages/service-messages'
import { asText } from '../../config/fault-text'
import { text } from '../../config/forms'
import { usersInText } from '../../env-file/users-text'
import { isPasswordHash } from './password-hash'

/** Who calls the operator API. An `ApiUser` of the configuration is one. */
export interface Person {
  /** Stands in the history beside what this person does. */
  readonly name: string
  readonly role: 'viewer' | 'operator'
  /** A program, which the history does not name. Default `false`. */
  readonly isProgram?: boolean
}

const MOST_LETTERS = 60

/** What the application's own sign-in may say of a person. The code of an application may return anything. */
export const personSchema = z.object({
  name: text.max(200),
  role: z.enum(['viewer', 'operator']),
  isProgram: z.boolean().default(false),
})

/** Somebody who signs in with a name and a password. */
export const userSchema = z.strictObject({
  name: text.max(MOST_LETTERS, asText(serviceSaying('user_name_too_long', { most: MOST_LETTERS }))),
  role: z.enum(['viewer', 'operator'], asText(serviceSaying('no_user_role'))),
  passwordHash: z.string().refine(isPasswordHash, asText(serviceSaying('no_password_hash'))),
})

/** Somebody who signs in with a name and a password. */
export type User = z.output<typeof userSchema>

/** Whether the configuration accepts this as the name of a user. */
export function isUserName(name: string): boolean {
  return userSchema.shape.name.safeParse(name).success
}

/** The same name in one form: a person does not type it as it was set, letter by letter. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replaceAll('ي', 'ی').replaceAll('ك', 'ک')
}

/** Reads users from a text such as `sara:operator:$scrypt$…; reza:viewer:$scrypt$…`. The schema checks what was read. */
export function readUsers(given: string): readonly unknown[] {
  return usersInText(given).map(([name, role, passwordHash, ...rest]) =>
    rest.length > 0 ? { name: '' } : { name, role, passwordHash },
  )
}
