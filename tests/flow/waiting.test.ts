import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('a script that has nothing to do but wait for an import lives until the import has ended', async () => {
  const script = fileURLToPath(new URL('./waiting-script.ts', import.meta.url))
  const flags = ['--conditions=@siagh-sync/source', '--import', 'tsx']
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script])
  expect(stdout).toMatch(/^(waiting\n)+complete: true\n$/)
})
