import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordedExchange } from './anonymise-exchange'

/** Writes exchanges down, few of each kind. */
export interface RecordingFolder {
  /** Whether one more of this kind would be written. */
  readonly wants: (kind: string) => boolean
  /** Writes an exchange, unless it is there already. Rejects if it cannot be written. */
  readonly write: (kind: string, exchange: RecordedExchange) => Promise<void>
}

/** Exchanges of each kind: enough to see what differs, and few enough to look through. */
const MOST_OF_A_KIND = 20
const MOST_IN_ALL = 1_000
const NAME = /^((?:siagh|crm)-[a-z0-9-]+)-(\d{4,})\.json$/

/**
 * Opens a folder. A new one is made for its owner alone. One that is there keeps its rights: it may hold more than the
 * recording. What is in it already is counted.
 */
export async function openRecordingFolder(folder: string): Promise<RecordingFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const counts = new Map<string, number>()
  const hashes = new Set<string>()
  let last = 0
  for (const file of await readdir(folder)) {
    const [, kind, number] = NAME.exec(file) ?? []
    if (kind === undefined || number === undefined) continue
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    hashes.add(hashOf(await readFile(join(folder, file), 'utf8')))
    last = Math.max(last, Number(number))
  }
  const wants = (kind: string) => (counts.get(kind) ?? 0) < MOST_OF_A_KIND && hashes.size < MOST_IN_ALL
  return {
    wants,
    write: async (kind, exchange) => {
      const text = `${JSON.stringify(exchange, undefined, 2)}\n`
      const hash = hashOf(text)
      if (!wants(kind) || hashes.has(hash)) return
      last += 1
      const file = join(folder, `${kind}-${String(last).padStart(4, '0')}.json`)
      await writeFile(`${file}.part`, text, { mode: 0o600 })
      await rename(`${file}.part`, file)
      hashes.add(hash)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    },
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
