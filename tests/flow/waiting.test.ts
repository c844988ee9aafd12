import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { programOf } from '../../test-support/program-of'

it('a script that has nothing to do but wait for an import lives until the import has ended', async () => {
  const script = await programOf(new URL('waiting-script.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script])
  expect(stdout).toMatch(/^(waiting\n)+complete: true\n$/)
})
