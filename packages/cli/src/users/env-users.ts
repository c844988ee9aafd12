import { isDeepStrictEqual } from 'node:util'
import { decodeText, parseEnv, UNREADABLE, usersInText } from '@siagh-sync/service/env-file'

/** The variable that holds the users. */
const VARIABLE = 'USERS'

/** A person as `USERS` has them. */
export interface EnvUser {
  readonly name: string
  readonly role: string
  readonly passwordHash: string
}

/** The users in the value of `USERS`. */
export function readEnvUsers(value: string): readonly EnvUser[] {
  return usersInText(value).flatMap(([name = '', role = '', passwordHash = '']) =>
    name === '' ? [] : [{ name, role, passwordHash }],
  )
}

/** The line of `.env` that holds these users. Single quotes keep every `$` of a hash. */
export function envLine(users: readonly EnvUser[]): string {
  const value = users.map(({ name, role, passwordHash }) => `${name}:${role}:${passwordHash}`).join('; ')
  return `${VARIABLE}='${value}'`
}

/**
 * `.env` with these users in place of those that it has, in the line where they stand, or at its end. No other line is
 * touched. `undefined`: the file is no UTF-8, its users stand on several lines, or the result would be read as something
 * else, so a person has to edit it.
 */
export function withUsers(file: Buffer, users: readonly EnvUser[]): Buffer | undefined {
  const edited = edit(file, users)
  return edited && isReadAs(users, file, edited) ? edited : undefined
}

/** Whether the new file has these users, and every other setting of the old one. */
function isReadAs(users: readonly EnvUser[], before: Buffer, after: Buffer): boolean {
  const [old, edited] = [valuesOf(before), valuesOf(after)]
  if (old === undefined || edited === undefined) return false
  return (
    isDeepStrictEqual({ ...edited, [VARIABLE]: '' }, { ...old, [VARIABLE]: '' }) &&
    isDeepStrictEqual(readEnvUsers(edited[VARIABLE] ?? ''), users)
  )
}

function valuesOf(file: Buffer): Readonly<Record<string, string>> | undefined {
  const read = parseEnv(decodeText(file), '.env')
  return read.isOk() ? read.value.values : undefined
}

function edit(file: Buffer, users: readonly EnvUser[]): Buffer | undefined {
  const text = file.toString('utf8')
  if (decodeText(file).includes(UNREADABLE) || !Buffer.from(text, 'utf8').equals(file)) return undefined
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  const places = lines.flatMap((line, at) => (/^\s*(?:export\s+)?USERS\s*=/.test(line) ? [at] : []))
  const [place, second] = places
  if (second !== undefined) return undefined
  if (place === undefined) {
    const ending = text === '' || text.endsWith('\n') ? '' : newline
    return Buffer.from(`${text}${ending}${envLine(users)}${newline}`)
  }
  const old = (lines[place] ?? '').replace(/^[^=]*=\s*/, '')
  const isOneLine = !/^["'`]/.test(old) || old.slice(1).includes(old.charAt(0))
  if (!isOneLine) return undefined
  const [before = ''] = /^\s*(?:export\s+)?/.exec(lines[place] ?? '') ?? []
  lines[place] = before + envLine(users)
  return Buffer.from(lines.join(newline))
}
