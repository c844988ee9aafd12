import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeFile } from './write-file'

it('replaces no file that came just after it was asked whether one is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'write-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'copy.db')
  let asked = 0
  const check = async () => {
    asked += 1
    if (asked === 2) writeFileSync(file, 'of another process')
    if (asked === 3) throw new Error('it is there already')
  }
  await expect(writeFile({ file, check, setAside: false }, async () => undefined)).rejects.toThrow('there already')
  expect(readFileSync(file, 'utf8')).toBe('of another process')
})
