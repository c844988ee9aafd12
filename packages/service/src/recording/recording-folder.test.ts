import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openRecordingFolder } from './recording-folder'
import { recordingKey } from './recording-key'

function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'siagh-sync-recording-folder-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'recording')
}

const contentsOf = (folder: string) =>
  readdirSync(folder).map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { by: string }).by)

it('several processes that write into one folder overwrite nothing of each other', async () => {
  const folder = newFolder()
  // Each of them counts by itself, as processes do: none has seen a file of another one at its start.
  const processes = await Promise.all([1, 2, 3, 4].map(() => openRecordingFolder(folder)))
  await Promise.all(
    processes.flatMap((one, process) =>
      Array.from({ length: 10 }, (_, place) => one.write('crm-person-get-ok', { by: `${process}-${place}` })),
    ),
  )
  const all = processes.flatMap((_, process) => Array.from({ length: 10 }, (__, place) => `${process}-${place}`))
  expect(contentsOf(folder).sort()).toEqual(all.sort())
  for (const name of readdirSync(folder)) expect(name).toMatch(/^crm-person-get-ok-\d{4}\.json$/)
})

it('a file that another process is writing is left alone', async () => {
  const folder = newFolder()
  const opened = await openRecordingFolder(folder)
  writeFileSync(join(folder, 'crm-person-get-ok-0001.json.part'), 'half of')
  await opened.write('crm-person-get-ok', { by: 'us' })
  expect(readdirSync(folder).sort()).toEqual(['crm-person-get-ok-0001.json.part', 'crm-person-get-ok-0002.json'])
  expect(readFileSync(join(folder, 'crm-person-get-ok-0001.json.part'), 'utf8')).toBe('half of')
})

it('processes that start at the same time have one key, for the eyes of its owner alone', async () => {
  const folder = newFolder()
  const keys = await Promise.all(Array.from({ length: 8 }, () => recordingKey(folder)))
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
  expect(statSync(`${folder}.do-not-send.key`).mode & 0o777).toBe(0o600)
})

it('a file of a key that holds none is refused by its name', async () => {
  const folder = newFolder()
  writeFileSync(`${folder}.do-not-send.key`, 'no key')
  await expect(recordingKey(folder)).rejects.toThrow('do-not-send.key holds no key')
})
