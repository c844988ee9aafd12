import { decodeText, UNREADABLE } from '@siagh-sync/service/env-file'

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
  return value
    .split(/[;\n]/)
    .map((part) => part.split(':').map((word) => word.trim()))
    .flatMap(([name = '', role = '', passwordHash = '']) => (name === '' ? [] : [{ name, role, passwordHash }]))
}

/** The line of `.env` that holds these users. Single quotes keep every `$` of a hash. */
export function envLine(users: readonly EnvUser[]): string {
  const value = users.map(({ name, role, passwordHash }) => `${name}:${role}:${passwordHash}`).join('; ')
  return `${VARIABLE}='${value}'`
}

/**
 * `.env` with these users in place of those that it has, in the line where they stand, or at its end. No other line is
 * touched. `undefined`: the file is no UTF-8, or its users stand on several lines, so a person has to edit it.
 */
export function withUsers(file: Buffer, users: readonly EnvUser[]): Buffer | undefined {
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
  lines[place] = envLine(users)
  return Buffer.from(lines.join(newline))
}
