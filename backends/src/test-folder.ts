import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'

/** Makes the folders of this test's servers come into one of its own, and gives that. */
export function folderForServers(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backends-test-'))
  chmodSync(folder, 0o755) // PostgreSQL runs as another user where the test runs as root
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}
