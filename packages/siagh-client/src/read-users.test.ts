import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ApiError } from '@siagh-sync/http-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loginAnswer } from '../test/siagh-server'
import { readVector } from '../test/vectors'
import { createSiaghClient, type SiaghClient } from './index'

const rows = readVector('siagh-get-all-users').response.body as readonly Record<string, unknown>[]
const rowOf = (code: number) => JSON.stringify({ ...rows[1], Code: code })

/** A Siagh whose contact list is written by `answer`. */
async function clientOf(answer: (response: ServerResponse) => void): Promise<SiaghClient> {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('content-type', 'application/json; charset=utf-8')
    if (request.url === '/GeneralApi/LoginUser') response.end(JSON.stringify(loginAnswer.body))
    else answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return createSiaghClient({ baseUrl, username: 'web', password: 'p', retry: { attempts: 1 } })
}

async function readAll(client: SiaghClient) {
  const batches: number[][] = []
  let error: ApiError | undefined
  for await (const batch of client.readUsers()) {
    if (batch.isOk()) batches.push(batch.value.map(({ Code }) => Code))
    else error = batch.error
  }
  return { batches, error }
}

const codes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Sends so many rows as fast as they are taken. */
function sendRows(response: ServerResponse, count: number): void {
  let sent = 0
  const send = () => {
    while (sent < count) {
      sent += 1
      if (!response.write(`${sent === 1 ? '[' : ','}${rowOf(sent)}`)) {
        response.once('drain', send)
        return
      }
    }
    response.end(']')
  }
  send()
}

describe('the contact list that is read while it arrives', () => {
  it('comes in batches of 500, with the rows that getAllUsers gives', async () => {
    const client = await clientOf((response) => sendRows(response, 1_200))
    const { batches, error } = await readAll(client)
    expect(error).toBeUndefined()
    expect(batches).toEqual([codes(1, 500), codes(501, 1_000), codes(1_001, 1_200)])
    const [first] = (await client.getAllUsers())._unsafeUnwrap()
    for await (const batch of client.readUsers()) {
      expect(batch._unsafeUnwrap()[0]).toEqual(first)
      break
    }
  })

  it('is no batch where there is no contact', async () => {
    const client = await clientOf((response) => response.end('[]'))
    expect(await readAll(client)).toEqual({ batches: [], error: undefined })
  })

  it('gives the batches before a row that is no contact, and then names that row', async () => {
    const client = await clientOf((response) => {
      response.write(`[${codes(1, 600).map(rowOf).join(',')}`)
      setTimeout(() => response.end(`,{"Code":"3"}]`), 50)
    })
    const { batches, error } = await readAll(client)
    expect(batches).toEqual([codes(1, 500)])
    expect(error).toMatchObject({ kind: 'malformed', path: '600.RecordId' })
  })

  it.each([
    ['an object', '{"Message":"x"}'],
    ['a page', '<html></html>'],
    ['nothing', ''],
    ['half an array', `[${rowOf(1)},`],
    ['a row of another kind', '[[]]'],
    ['a wrong field', `[${rowOf(1)},{}]`],
  ])('fails as getAllUsers does where the answer is %s', async (_what, text) => {
    const client = await clientOf((response) => response.end(text))
    const whole = (await client.getAllUsers())._unsafeUnwrapErr()
    const { batches, error } = await readAll(client)
    expect(batches).toEqual([])
    expect(error).toEqual(whole)
  })

  it('fails as getAllUsers does where the connection breaks', async () => {
    const client = await clientOf((response) => {
      response.write(`[${rowOf(1)}`)
      setTimeout(() => response.destroy(), 20)
    })
    expect((await readAll(client)).error).toEqual((await client.getAllUsers())._unsafeUnwrapErr())
  })

  it('of 100,000 contacts is never held in memory', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const heapMb = () => {
      collect()
      return process.memoryUsage().heapUsed / 1e6
    }
    const client = await clientOf((response) => sendRows(response, 100_000))
    const figures: number[] = []
    let contacts = 0
    for await (const batch of client.readUsers()) {
      contacts += batch._unsafeUnwrap().length
      if (contacts % 20_000 === 0) figures.push(heapMb())
    }
    expect(contacts).toBe(100_000)
    // The rows are some 60 MB as text, and more as objects.
    expect(Math.max(...figures) - Math.min(...figures)).toBeLessThan(15)
  })
})
