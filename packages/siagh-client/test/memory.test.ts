import { execFile } from 'node:child_process'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loginAnswer } from './siagh-server'
import { readExchange } from '../../../test-support/exchange'
import { programOf } from '../../../test-support/program-of'

const ASK_SIAGH = await programOf(new URL('ask-siagh.ts', import.meta.url))
const megabyte = 1024 * 1024
const [, row] = readExchange('siagh-get-all-users').response.body as readonly Record<string, unknown>[]
const text = JSON.stringify(row)
const rows = `${text},`.repeat(Math.ceil(megabyte / 4 / text.length))

/** Writes a beginning, then one piece again and again until so many megabytes have left, then an end. */
function pour(
  response: ServerResponse,
  [head, piece, tail]: readonly [string, string, string],
  megabytes: number,
): void {
  let left = Math.ceil((megabytes * megabyte) / Buffer.byteLength(piece))
  const bytes = Buffer.from(piece)
  const send = () => {
    while (left > 0 && !response.destroyed) {
      left -= 1
      if (!response.write(bytes)) {
        response.once('drain', send)
        return
      }
    }
    response.end(tail)
  }
  response.write(head)
  send()
}

const list = ['[', rows, `${text}]`] as const
const page = ['<html>', 'x'.repeat(megabyte), '</html>'] as const
const oneRow = ['[{"Name":"', 'x'.repeat(megabyte), '"}]'] as const
const nothings = ['[', '{},'.repeat(megabyte / 4), '{}]'] as const

/** Asks a Siagh that answers in this way, in a process with a heap of so many megabytes. */
async function ask(call: string, heapMb: number, answer: (response: ServerResponse) => void, isLogin = false) {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('content-type', 'application/json; charset=utf-8')
    if (request.url === '/GeneralApi/LoginUser' && !isLogin) response.end(JSON.stringify(loginAnswer.body))
    else answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const flags = [`--max-old-space-size=${heapMb}`]
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, ASK_SIAGH, baseUrl, call])
  return JSON.parse(stdout) as { readonly answer: string; readonly peakMb: number }
}

describe('an answer of 300 MB', { timeout: 120_000 }, () => {
  it.each([
    ['the list', 'getAllUsers', 'malformed', page, 200],
    ['the list, as one row', 'getAllUsers', 'malformed', oneRow, 200],
    ['the list, as rows without a field', 'getAllUsers', 'malformed', nothings, 200],
    ['the list in batches', 'readUsers', 'malformed', oneRow, 200],
    ['the list, as an error page', 'getAllUsers', 'unavailable', page, 500],
    ['a write', 'createContact', 'outcome_unknown', page, 200],
    ['a write, as an error page', 'createContact', 'rejected', page, 400],
  ] as const)('to %s is given up in a heap of 48 MB', async (_what, call, kind, body, status) => {
    const { answer, peakMb } = await ask(call, 48, (response) => {
      response.statusCode = status
      pour(response, body, 300)
    })
    expect(answer).toBe(kind)
    expect(peakMb).toBeLessThan(250)
  })

  it('to a login is given up in a heap of 48 MB', async () => {
    const { answer, peakMb } = await ask('getAllUsers', 48, (response) => pour(response, page, 300), true)
    expect(answer).toBe('malformed')
    expect(peakMb).toBeLessThan(250)
  })

  it('that is a list of contacts is too long to be kept, and takes no more than the rows before the limit', async () => {
    const { answer, peakMb } = await ask('getAllUsers', 450, (response) => pour(response, list, 300))
    expect(answer).toBe('malformed')
    expect(peakMb).toBeLessThan(600)
  })
})

describe('a list of 100 MB', { timeout: 120_000 }, () => {
  it('is read in batches in a heap of 48 MB', async () => {
    const { answer, peakMb } = await ask('readUsers', 48, (response) => pour(response, list, 100))
    expect(answer).toMatch(/^\d{6} rows$/)
    expect(peakMb).toBeLessThan(350)
  })
})
