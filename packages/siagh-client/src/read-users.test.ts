import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ApiError } from '@siagh-sync/http-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loginAnswer } from '../test/siagh-server'
import { readExchange } from '../../../test-support/exchange'
import { createSiaghClient, type SiaghClient, type UnreadableRow } from './index'
import { expectErr, expectOk } from '../../../test-support/results'

const rows = readExchange('siagh-get-all-users').response.body as readonly Record<string, unknown>[]
const rowOf = (code: number) => JSON.stringify({ ...rows[1], Code: code })

/** A Siagh whose contact list is written by `answer`. */
async function clientOf(answer: (response: ServerResponse) => void, attempts = 1): Promise<SiaghClient> {
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
  return createSiaghClient({ baseUrl, username: 'web', password: 'p', retry: { attempts, firstDelayMs: 0 } })
}

async function readAll(client: SiaghClient, onUnreadable?: (row: UnreadableRow) => void) {
  const batches: number[][] = []
  let error: ApiError | undefined
  for await (const batch of client.readUsers({ ...(onUnreadable && { onUnreadable }) })) {
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

describe('an odd row of the contact list', () => {
  const row = (fields: object) => JSON.stringify({ ...rows[1], ...fields })
  const recordId = rows[1]?.['RecordId']

  it.each([
    ['null', 'null', { field: '' }],
    ['a text', '"x"', { field: '' }],
    ['a list', '[]', { field: '' }],
    ['nothing but a name', '{"Name":"x"}', { field: 'RecordId' }],
    ['a code that is no number', row({ Code: '12a' }), { field: 'Code', recordId, tmpid: '3' }],
    ['no RecordId', row({ RecordId: null }), { field: 'RecordId', code: 3, tmpid: '3' }],
    ['a number as a name', row({ Name: 7 }), { field: 'Name', code: 3, recordId, tmpid: '3' }],
  ])('that is %s is left out and told, by getAllUsers and readUsers alike', async (_what, odd, traits) => {
    const client = await clientOf((response) => response.end(`[${rowOf(1)},${odd},${rowOf(2)}]`))
    const told: UnreadableRow[] = []
    const onUnreadable = (unreadable: UnreadableRow) => told.push(unreadable)
    const users = expectOk(await client.getAllUsers({ onUnreadable }))
    expect(users.map(({ Code }) => Code)).toEqual([1, 2])
    expect((await readAll(client, onUnreadable)).batches).toEqual([[1, 2]])
    expect(told).toEqual([
      { index: 1, ...traits },
      { index: 1, ...traits },
    ])
  })

  it('is reported once even if the list had to be read twice', async () => {
    let count = 0
    const client = await clientOf((response) => {
      if (++count > 1) return response.end(`[${rowOf(1)},null]`)
      response.write(`[${rowOf(1)},null,`)
      return setTimeout(() => response.destroy(), 20)
    }, 2)
    const told: UnreadableRow[] = []
    const { batches } = await readAll(client, (unreadable) => told.push(unreadable))
    expect([batches, told, count]).toEqual([[[1]], [{ index: 1, field: '' }], 2])
  })

  it('is never taken for a contact that does not exist', async () => {
    const client = await clientOf((response) => response.end(`[${rowOf(1)},${row({ Code: 12, Name: 7 })}]`))
    const malformed = { kind: 'malformed', path: '1.Name' }
    expect(expectErr(await client.findContactByCustomerNumber(12))).toMatchObject(malformed)
    expect(expectOk(await client.findContactByCustomerNumber(13))).toBeNull()
    expect(expectOk(await client.findContactByCustomerNumber(1))?.Code).toBe(1)
    const nameless = await clientOf((response) => response.end(`[${rowOf(1)},null]`))
    expect(expectErr(await nameless.findContactByRecordId('x'))).toMatchObject({ path: '1' })
  })
})

describe('the contact list that is read while it arrives', () => {
  it('comes in batches of 500, with the rows that getAllUsers gives', async () => {
    const client = await clientOf((response) => sendRows(response, 1_200))
    const { batches, error } = await readAll(client)
    expect(error).toBeUndefined()
    expect(batches).toEqual([codes(1, 500), codes(501, 1_000), codes(1_001, 1_200)])
    const [first] = expectOk(await client.getAllUsers())
    for await (const batch of client.readUsers()) {
      expect(expectOk(batch)[0]).toEqual(first)
      break
    }
  })

  it('is no batch where there is no contact', async () => {
    const client = await clientOf((response) => response.end('[]'))
    expect(await readAll(client)).toEqual({ batches: [], error: undefined })
  })

  it('gives the batches before the list turns out to be none', async () => {
    const client = await clientOf((response) => {
      response.write(`[${codes(1, 600).map(rowOf).join(',')}`)
      setTimeout(() => response.end(`,{"Code":}]`), 50)
    })
    const { batches, error } = await readAll(client)
    expect(batches).toEqual([codes(1, 500)])
    expect(error).toMatchObject({ kind: 'malformed', path: '' })
  })

  it.each([
    ['an object', '{"Message":"x"}'],
    ['a page', '<html></html>'],
    ['nothing', ''],
    ['half an array', `[${rowOf(1)},`],
    ['a row of another kind', '[[]]'],
    ['a list of something else', `[${Array(1_500).fill('{}').join(',')}]`],
    ['a list with 10,000 rows that say nothing', `[${rowOf(1)}${',{}'.repeat(10_000)}]`],
  ])('fails as getAllUsers does where the answer is %s', async (_what, text) => {
    const client = await clientOf((response) => response.end(text))
    const whole = expectErr(await client.getAllUsers())
    const { batches, error } = await readAll(client)
    expect(batches).toEqual([])
    expect(error).toEqual(whole)
  })

  it('fails as getAllUsers does where the connection breaks', async () => {
    const client = await clientOf((response) => {
      response.write(`[${rowOf(1)}`)
      setTimeout(() => response.destroy(), 20)
    })
    expect((await readAll(client)).error).toEqual(expectErr(await client.getAllUsers()))
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
      contacts += expectOk(batch).length
      if (contacts % 20_000 === 0) figures.push(heapMb())
    }
    expect(contacts).toBe(100_000)
    // The rows are some 60 MB as text, and more as objects.
    expect(Math.max(...figures) - Math.min(...figures)).toBeLessThan(15)
  })
})
