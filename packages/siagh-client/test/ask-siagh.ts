import { existsSync, readFileSync } from 'node:fs'
import { createSiaghClient, type SiaghClient } from '../src/index'
import { contact } from './samples'

/** The calls that can be asked for by name; each answers what came of it, in a word. */
const calls: Readonly<Record<string, (client: SiaghClient) => Promise<string>>> = {
  getAllUsers: async (client) =>
    (await client.getAllUsers()).match(
      ({ length }) => `${length} rows`,
      ({ kind }) => kind,
    ),
  readUsers: async (client) => {
    let rows = 0
    for await (const batch of client.readUsers()) {
      if (batch.isErr()) return batch.error.kind
      rows += batch.value.length
    }
    return `${rows} rows`
  },
  createContact: async (client) =>
    (await client.createContact(contact)).match(
      () => 'made',
      ({ kind }) => kind,
    ),
}

// Run by itself, with little memory: makes one call, and writes what came of it and the most memory that it took, in MB.
const [baseUrl = '', name = ''] = process.argv.slice(2)
const client = createSiaghClient({ baseUrl, username: 'web', password: 'password', retry: { attempts: 1 } })
const answer = await calls[name]?.(client)
process.stdout.write(JSON.stringify({ answer, peakMb: Math.round(peakKb() / 1024) }))

/** The most that this program had in memory. On Linux `maxRSS` begins with what the process had that started it. */
function peakKb(): number {
  const status = '/proc/self/status'
  const [, ownKb] = existsSync(status) ? (/VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8')) ?? []) : []
  return ownKb === undefined ? process.resourceUsage().maxRSS : Number(ownKb)
}
