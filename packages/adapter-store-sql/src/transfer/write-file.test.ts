import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { writeFile } from './write-file'

function folderWithFile() {
  const folder = mkdtempSync(join(tmpdir(), 'write-file-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'copy.db')
  writeFileSync(file, 'the first')
  return { folder, file }
}

const setAside = (file: string, check = async () => {}) =>
  writeFile({ file, check, setAside: true }, async () => undefined)

it('leaves the old file at its place until the new one takes it', async () => {
  const { folder, file } = folderWithFile()
  // Without what was written, the new file cannot take the place.
  const loseNewFile = async () => {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.part'))) rmSync(join(folder, name))
  }
  await expect(setAside(file, loseNewFile)).rejects.toThrow('ENOENT')
  expect(readFileSync(file, 'utf8')).toBe('the first')
  expect(readdirSync(folder)).toStrictEqual(['copy.db'])
})

it('keeps every old file, those of one second too', async () => {
  const { folder, file } = folderWithFile()
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  for (const content of ['the second', 'the third']) {
    await setAside(file)
    writeFileSync(file, content)
  }
  await setAside(file)
  const kept = readdirSync(folder).filter((name) => name.startsWith('copy.db.before-'))
  expect(kept.map((name) => readFileSync(join(folder, name), 'utf8'))).toStrictEqual([
    'the first',
    'the second',
    'the third',
  ])
})

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
