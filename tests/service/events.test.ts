import { samplePeople } from '@siagh-sync/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { openStage } from '../../demo/src/stage'
import { until } from '../../test-support/until'

interface Heard {
  readonly event: string
  readonly data: string
}

/** Reads the events of a company as a browser does, until the stream ends. */
async function listen(url: string, token: string) {
  const response = await fetch(`${url}/api/companies/default/events`, { headers: { authorization: `Bearer ${token}` } })
  const heard: Heard[] = []
  const read = async () => {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const [, event = ''] = /^event: (.*)$/m.exec(part) ?? []
        const [, data = ''] = /^data: (.*)$/m.exec(part) ?? []
        heard.push({ event, data })
      }
    }
  }
  return { response, heard, ended: read() }
}

it('tells a page what happens, and ends its streams when the service stops', async () => {
  const stage = await openStage()
  let isOpen = true
  const close = async () => {
    if (isOpen) await stage.close()
    isOpen = false
  }
  onTestFinished(close)
  const { response, heard, ended } = await listen(stage.service.url, stage.token)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(response.headers.get('cache-control')).toBe('no-store')
  await until('the status is told', () => heard.some(({ event }) => event === 'status'))
  const id = stage.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
  await until('the run is told', () => heard.some(({ event, data }) => event === 'runs' && data.includes(id)))

  await close()
  // A stream that stayed open would hold the stop up until the server breaks its connections, and this would reject.
  await expect(ended).resolves.toBeUndefined()
})

it('opens no more streams than a process can bear', async () => {
  const stage = await openStage()
  onTestFinished(() => stage.close())
  const streams = await Promise.all(Array.from({ length: 210 }, () => listen(stage.service.url, stage.token)))
  const statuses = streams.map(({ response }) => response.status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(200)
  expect(statuses.filter((status) => status === 503)).toHaveLength(10)
})

it('opens no stream for who asks only for its head', async () => {
  const stage = await openStage()
  onTestFinished(() => stage.close())
  const headers = { authorization: `Bearer ${stage.token}` }
  for (let nth = 0; nth < 210; nth += 1) {
    const head = await fetch(`${stage.service.url}/api/companies/default/events`, { method: 'HEAD', headers })
    expect(head.status).toBe(200)
  }
  expect((await listen(stage.service.url, stage.token)).response.status).toBe(200)
})

it('gives the place of a page back that has gone away', async () => {
  const stage = await openStage()
  onTestFinished(() => stage.close())
  const url = `${stage.service.url}/api/companies/default/events`
  const headers = { authorization: `Bearer ${stage.token}` }
  for (let round = 0; round < 3; round += 1) {
    const leaving = new AbortController()
    const open = () => fetch(url, { headers, signal: leaving.signal })
    await until('all streams open', async () => {
      const statuses = await Promise.all(Array.from({ length: 100 }, async () => (await open()).status))
      return statuses.every((status) => status === 200)
    })
    leaving.abort()
  }
})
