import { userInfo } from 'node:os'
import { postgresAnswers } from './answers'
import { startPostgres } from './start-postgres'

let found: Promise<{ readonly url: string }> | undefined

/**
 * The PostgreSQL that listens on 127.0.0.1:5432, where it lets the user of PGUSER, `postgres` or ours into the database `postgres`;
 * else one of its own, started once for this process and ended with it. Rejects with one sentence that says what to install.
 */
export function postgres(): Promise<{ readonly url: string }> {
  found ??= findListening().then((url) => (url === undefined ? startPostgres() : { url }))
  return found
}

async function findListening(): Promise<string | undefined> {
  const users = new Set([process.env['PGUSER'] ?? 'postgres', 'postgres', userInfo().username])
  const password = process.env['PGPASSWORD']
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`
  for (const user of users) {
    const url = `postgresql://${encodeURIComponent(user)}${secret}@127.0.0.1:5432/postgres`
    if (await postgresAnswers(url)) return url
  }
  return undefined
}
