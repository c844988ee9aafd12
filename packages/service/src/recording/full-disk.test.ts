import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { recordingLogger } from '../../../../test-support/recording-logger'
import { openRecorder } from './record-exchanges'

/** A disk without room: a file can be made, and gets only the beginning of what is written. */
async function fillDisk() {
  const handle = await open(import.meta.filename)
  const writing = Object.getPrototypeOf(handle) as { writeFile: (text: string) => Promise<void> }
  await handle.close()
  const { writeFile } = writing
  const spy = vi.spyOn(writing, 'writeFile').mockImplementation(async function (this: typeof handle, text: string) {
    await writeFile.call(this, text.slice(0, 100))
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  })
  return () => spy.mockRestore()
}

afterEach(() => {
  vi.restoreAllMocks()
})

function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'siagh-sync-full-disk-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'recording')
}

const server = { system: 'crm', baseUrl: 'https://crm.test' } as const
const answering = async () =>
  new Response('{"nickName":"Kashani"}', { headers: { 'content-type': 'application/json' } })

it('a full disk ends no call, leaves no half of a file, and the recording goes on when there is room', async () => {
  const folder = newFolder()
  const logger = recordingLogger()
  const recorder = await openRecorder(folder, logger)
  const call = recorder.fetchOf(server, answering)
  const ask = async (id: string) => {
    const answer = await call('https://crm.test/api/v2/crmobject/person/get', {
      method: 'POST',
      body: `{"id":"${id}"}`,
    })
    expect(await answer.json()).toEqual({ nickName: 'Kashani' })
    await recorder.idle()
  }
  const makeRoom = await fillDisk()
  for (const id of ['1', '2', '3']) await ask(id)
  expect(readdirSync(folder)).toEqual([])
  const failures = logger.lines.filter(({ fields }) => fields['code'] === 'recording_failed')
  expect(failures).toMatchObject([{ fields: { reason: 'ENOSPC' } }])
  makeRoom()
  await ask('1')
  expect(readdirSync(folder)).toHaveLength(1)
  expect(statSync(join(folder, readdirSync(folder)[0] ?? '')).mode & 0o777).toBe(0o600)
})

it('a key that could not be written is not in the way of the next start', async () => {
  const folder = newFolder()
  const makeRoom = await fillDisk()
  await expect(openRecorder(folder, recordingLogger())).rejects.toThrow('ENOSPC')
  makeRoom()
  await openRecorder(folder, recordingLogger())
  expect(statSync(`${folder}.do-not-send.key`).size).toBeGreaterThan(64)
})

it('a log that fails ends no call and no process', async () => {
  const folder = newFolder()
  const logger = recordingLogger()
  const broken = { ...logger, error: raise }
  const recorder = await openRecorder(folder, broken)
  await fillDisk()
  const answer = await recorder.fetchOf(server, answering)('https://crm.test/a', { method: 'POST', body: '{}' })
  expect(answer.status).toBe(200)
  await answer.text()
  await recorder.idle()
})

function raise(): never {
  throw new Error('no space left for the log')
}
