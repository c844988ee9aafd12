import { execFileSync } from 'node:child_process'

/** The user to run a program as. Empty: the user of this process. */
export interface User {
  readonly uid?: number
  readonly gid?: number
}

/** initdb and postgres refuse to run as root. For root this is the user `postgres`, else `nobody`. */
export function ordinaryUser(): User {
  if (process.getuid?.() !== 0) return {}
  return idsOf('postgres') ?? idsOf('nobody') ?? { uid: 65_534, gid: 65_534 }
}

function idsOf(name: string): User | undefined {
  const ask = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined // there is no such user
  }
}
