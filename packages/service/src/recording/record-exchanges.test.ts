import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { recordingLogger } from '../../../../test-support/recording-logger'
import { openRecorder } from './record-exchanges'

const server = { system: 'crm', baseUrl: 'https://crm.pendari-company.example/crm/' } as const
const personGet = 'https://crm.pendari-company.example/crm/api/v2/crmobject/person/get'

function newFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'siagh-sync-recording-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  return join(parent, 'recording')
}

const answering = (answer: (body: string) => Response) =>
  (async (_input: unknown, init?: { readonly body?: unknown }) => answer(String(init?.body))) as typeof globalThis.fetch

async function recorded(folder: string, answer: (body: string) => Response, bodies: readonly unknown[]) {
  const logger = recordingLogger()
  const recorder = await openRecorder(folder, logger)
  const call = recorder.fetchOf(server, answering(answer))
  const texts: string[] = []
  for (const body of bodies) {
    const init = { method: 'POST', headers: { authorization: 'Bearer a-token' }, body: JSON.stringify(body) }
    texts.push(await (await call(personGet, init)).text())
  }
  await recorder.idle()
  return { logger, texts, files: () => readdirSync(folder).sort() }
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'set-cookie': 'a=b' } })

it('gives the caller the answer as it came, and writes the path without the address of the server', async () => {
  const folder = newFolder()
  const { texts, files } = await recorded(folder, () => json({ nickName: 'Kashani' }), [{ id: '1' }])
  expect(texts).toEqual(['{"nickName":"Kashani"}'])
  expect(files()).toEqual(['crm-person-get-ok-0001.json'])
  const text = readFileSync(join(folder, 'crm-person-get-ok-0001.json'), 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    request: { method: 'POST', path: '/api/v2/crmobject/person/get', headers: { 'content-type': 'application/json' } },
    response: { status: 200, headers: { 'content-type': 'application/json' } },
  })
  expect(text).not.toMatch(/kashani|pendari|a-token|cookie|authorization/i)
})

it('writes few exchanges of each kind and ending, and none twice', async () => {
  const folder = newFolder()
  const bodies = Array.from({ length: 40 }, (_, id) => ({ id: `${1000 + id}` }))
  const answer = (body: string) => (body.includes('"1039"') ? json({ message: 'no' }, 404) : json({ crmId: body }))
  const { files } = await recorded(folder, answer, [...bodies.slice(0, 3), ...bodies.slice(0, 3), ...bodies])
  expect(files().filter((name) => name.startsWith('crm-person-get-ok-'))).toHaveLength(20)
  expect(files().filter((name) => name.startsWith('crm-person-get-404-'))).toHaveLength(1)
})

it('leaves the rights of a folder that is there as they are', async () => {
  const folder = newFolder()
  mkdirSync(folder, { mode: 0o755 })
  const before = statSync(folder).mode
  const { files } = await recorded(folder, () => json({ nickName: 'Kashani' }), [{ id: '7' }])
  expect(statSync(folder).mode).toBe(before)
  expect(files().map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600])
})

it('goes on after a restart with the same made-up values', async () => {
  const folder = newFolder()
  await recorded(folder, () => json({ nickName: 'Kashani' }), [{ id: '7' }])
  const { files } = await recorded(folder, () => json({ nickName: 'Kashani' }), [{ id: '7' }, { id: '8' }])
  expect(files()).toEqual(['crm-person-get-ok-0001.json', 'crm-person-get-ok-0002.json'])
  const [one, other] = files().map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { response: unknown },
  )
  expect(one?.response).toEqual(other?.response)
})

it('writes the first rows of a long list, also where its end is cut off', async () => {
  const folder = newFolder()
  const rows = Array.from({ length: 30_000 }, (_, Code) => ({ Code, Name: 'Kashani "[" Zanjani \\' }))
  const { texts, files } = await recorded(folder, () => json(rows), [{}])
  expect(JSON.parse(texts[0] ?? '')).toHaveLength(30_000)
  const [file = ''] = files()
  const { response } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { response: { body: unknown[] } }
  expect(response.body).toHaveLength(100)
})

it('writes a page that is no JSON as a text, with its tags and without its words', async () => {
  const folder = newFolder()
  const page = '<!DOCTYPE html><html><body><h1>Server of Kashani</h1></body></html>'
  const answer = () => new Response(page, { status: 503, headers: { 'content-type': 'text/html' } })
  const { files } = await recorded(folder, answer, [{}])
  const { response } = JSON.parse(readFileSync(join(folder, files()[0] ?? ''), 'utf8')) as {
    response: { text: string }
  }
  expect(response.text).toMatch(/^<!DOCTYPE html><html><body><h1>Server \w\w \w{7}<\/h1><\/body><\/html>$/)
  expect(response.text).not.toContain('Kashani')
})

it('reports a folder that cannot be written once, and every call goes on', async () => {
  const folder = newFolder()
  const logger = recordingLogger()
  const recorder = await openRecorder(folder, logger)
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'in the way')
  const call = recorder.fetchOf(
    server,
    answering((body) => json({ body })),
  )
  for (const id of ['1', '2', '3']) expect((await call(personGet, { method: 'POST', body: id })).status).toBe(200)
  for (const id of ['4', '5'])
    expect(await (await call(personGet, { method: 'POST', body: id })).json()).toEqual({ body: id })
  await recorder.idle()
  expect(logger.lines.filter(({ fields }) => fields['code'] === 'recording_failed')).toHaveLength(1)
})

it('passes a failure of the connection on and writes nothing', async () => {
  const folder = newFolder()
  const recorder = await openRecorder(folder, recordingLogger())
  const failure = new TypeError('fetch failed')
  const call = recorder.fetchOf(server, () => Promise.reject(failure))
  await expect(call(personGet)).rejects.toBe(failure)
  await recorder.idle()
  expect(readdirSync(folder)).toEqual([])
})
