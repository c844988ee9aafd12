import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { postgres } from '@siagh-sync/backends'
import { expect, it, onTestFinished } from 'vitest'
import { recordingLogger } from '../../../../test-support/recording-logger'
import { noteSecret } from '../../../../test-support/test-record'
import { createClosings } from './closings'
import { awaitDatabase } from './await-database'
import { openPool } from './open-pool'
import { until } from '../../../../test-support/until'
import { createGate } from '../../../../test-support/gate'

const { url } = await postgres()

/** The pool at `address`, and what was logged. Everything is closed with the test. */
function opening(address: string, waitMs = 10_000) {
  const logger = recordingLogger()
  const closings = createClosings()
  onTestFinished(async () => {
    await closings.close()
  })
  const open = async () => {
    const pool = await openPool({ url: address, role: 'worker', max: 6, timeoutMs: 30_000 }, logger, closings)
    await awaitDatabase(pool, address, { waitMs }, logger)
    return pool
  }
  return { pool: open(), logger }
}

async function gateToPostgres() {
  const gate = await createGate(url)
  onTestFinished(() => gate.shut())
  return gate
}

it('waits for a database that starts later, and says so', async () => {
  const gate = await gateToPostgres()
  const { pool, logger } = opening(gate.url)
  await until('it waits', () => logger.lines.some(({ message }) => message === 'waiting for the database'))
  expect(logger.lines[0]).toMatchObject({ level: 'warn', fields: { reason: 'nothing listens there' } })
  await gate.open()
  expect((await (await pool).query('SELECT 7 AS seven')).rows).toEqual([{ seven: 7 }])
})

it('gives up on a database that does not come, in one sentence without the password', async () => {
  const gate = await gateToPostgres()
  const address = new URL(gate.url)
  address.password = 'made-up-password'
  noteSecret('made-up-password')
  const { pool } = opening(address.href, 1_500)
  await expect(pool).rejects.toThrow(
    /^store\.url \(DATABASE_URL\) cannot be used: nothing listens there \(tried for 2 s\)\.$/,
  )
})

it('does not wait where the database of that name is missing', async () => {
  const address = new URL(url)
  address.pathname = '/made_up_database'
  const { pool, logger } = opening(address.href)
  await expect(pool).rejects.toThrow(
    'store.url (DATABASE_URL) cannot be used: the server has no database of that name.',
  )
  expect(logger.lines).toEqual([])
})

it('survives the loss of its connections, those in use among them', async () => {
  const gate = await gateToPostgres()
  await gate.open()
  const { pool, logger } = opening(gate.url)
  const opened = await pool
  const inUse = await opened.connect()
  await opened.query('SELECT 1')
  await gate.shut()
  await until('the losses are noticed', () => logger.lines.length >= 2)
  expect(logger.lines.every(({ message }) => message === 'a connection to the database was lost')).toBe(true)
  inUse.release(true)
  await expect(opened.query('SELECT 1')).rejects.toThrow()
  await gate.open()
  expect((await opened.query('SELECT 7 AS seven')).rows).toEqual([{ seven: 7 }])
})

it('names its connections for whoever looks at the server', async () => {
  const { pool } = opening(url)
  const { rows } = await (await pool).query("SELECT current_setting('application_name') AS name")
  expect(rows).toEqual([{ name: 'siagh-sync worker' }])
})

it('does not wait where the password is refused, and does not repeat it, whatever the server says', async () => {
  const refusing = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(refusal('28P01', 'the password "made-up-word" is wrong')))
  })
  await once(refusing.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void refusing.close())
  noteSecret('made-up-word')
  const { port } = refusing.address() as AddressInfo
  const { pool, logger } = opening(`postgresql://sync:made-up-word@127.0.0.1:${port}/sync`)
  await expect(pool).rejects.toThrow(
    'store.url (DATABASE_URL) cannot be used: the server refuses the user or the password.',
  )
  expect(logger.lines).toEqual([])
})

/** An ErrorResponse of PostgreSQL's protocol. */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}
