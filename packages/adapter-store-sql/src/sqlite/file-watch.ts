import { statSync, type BigIntStats } from 'node:fs'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { storeSaying } from '../messages/refusal'

/** Finds out whether the files of a database are still the opened ones. */
export interface FileWatch {
  /** What happened to the files. `undefined`: nothing. */
  trouble(): Saying | undefined
}

/** The sizes that the files must have at least, according to the connection. */
export interface FileSizes {
  readonly pageBytes: () => number
  readonly logBytes: () => number
}

const statOf = (path: string): BigIntStats | undefined => statSync(path, { bigint: true, throwIfNoEntry: false })
const isSame = (one: BigIntStats, other: BigIntStats) => one.dev === other.dev && one.ino === other.ino

/**
 * Remembers the files of an open database by device and inode, as SQLite does. A file that was deleted or replaced
 * can still be written through the connection, but those writes are lost when the process ends. On Windows nobody can
 * delete or replace an open file.
 *
 * A VACUUM makes the main file smaller, and the connection sees that. Only SQLite cuts the log, after copying it. If
 * a person empties the log to get disk space, acknowledged writes are lost.
 */
export function watchFiles(file: string, { pageBytes, logBytes }: FileSizes): FileWatch {
  const opened = ['', '-wal', '-shm'].flatMap((suffix) => {
    const stats = statOf(file + suffix)
    return stats === undefined ? [] : [{ path: file + suffix, stats }]
  })
  let size = statOf(file)?.size ?? 0n

  const isCut = (now: bigint) => {
    const isSmaller = now < size && BigInt(pageBytes()) > now
    if (!isSmaller) size = now
    return isSmaller
  }
  // Another process may write to the log, or empty it, between two looks. So the size has to be too small before and
  // after.
  const isLogCutOnce = (path: string) => {
    const [before, needed, after] = [statOf(path)?.size, BigInt(logBytes()), statOf(path)?.size]
    return before !== undefined && after !== undefined && before < needed && after < needed
  }
  const isLogCut = (path: string) => isLogCutOnce(path) && isLogCutOnce(path) && isLogCutOnce(path)
  return {
    trouble() {
      for (const { path, stats } of opened) {
        const now = statOf(path)
        if (now === undefined) return changed(path, storeSaying('was_deleted'))
        if (!isSame(now, stats)) return changed(path, storeSaying('was_replaced'))
        if (path === file && isCut(now.size)) return changed(path, storeSaying('was_cut', { size: Number(now.size) }))
        if (path.endsWith('-wal') && isLogCut(path)) return changed(path, storeSaying('log_was_cut'))
      }
      return undefined
    },
  }
}

const changed = (file: string, change: Saying): Saying => storeSaying('file_changed_in_use', { file, change })
