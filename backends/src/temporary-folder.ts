import { chownSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { User } from './ordinary-user'

/** An empty folder that belongs to `user`. */
export function temporaryFolder(name: string, { uid, gid }: User): string {
  const folder = mkdtempSync(join(tmpdir(), `siagh-sync-${name}-`))
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}
