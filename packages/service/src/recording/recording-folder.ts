import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openNew } from './open-new'

/** Writes exchanges down, few of each kind. */
export interface RecordingFolder {
  /** Writes an exchange, unless it is there already or enough of its kind are. Rejects if it cannot be written. */
  readonly write: (kind: string, exchange: object) => Promise<void>
}

/** Exchanges of each kind: enough to see what differs, and few enough to look through. */
const MOST_OF_A_KIND = 20
const MOST_IN_ALL = 1_000
const NAME = /^((?:siagh|crm|webhook)-[a-z0-9-]+)-(\d{4,})\.json$/

/**
 * Opens a folder. A new one is made for its owner alone. One that is there keeps its rights: it may hold more than the
 * recording. What is in it already is counted. Several processes may write into one folder: none overwrites a file of
 * another one, and each counts by itself what comes after its start.
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
  return {
    write: async (kind, exchange) => {
      if ((counts.get(kind) ?? 0) >= MOST_OF_A_KIND || hashes.size >= MOST_IN_ALL) return
      const text = `${JSON.stringify(exchange, undefined, 2)}\n`
      const hash = hashOf(text)
      if (hashes.has(hash)) return
      do last += 1
      while (!(await writeNew(join(folder, `${kind}-${String(last).padStart(4, '0')}.json`), text)))
      hashes.add(hash)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    },
  }
}

/**
 * Writes a file that nobody else has or is writing, and none but whole. `false`: another process has one of this name.
 * Whoever makes the `.part` file may make the file.
 */
async function writeNew(file: string, text: string): Promise<boolean> {
  const part = `${file}.part`
  const handle = await openNew(part)
  if (handle === undefined) return false
  let isWritten = false
  try {
    if (await isThere(file)) return false
    await handle.writeFile(text)
    await handle.close()
    await rename(part, file)
    isWritten = true
    return true
  } finally {
    await handle.close().catch(() => undefined)
    // Nothing is left of a file that could not be written, for example on a full disk.
    if (!isWritten) await rm(part, { force: true }).catch(() => undefined)
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
