import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startPostgres, startRedis, type OwnServer } from './index'
import { postgresAnswers } from './postgres/answers'
import { redisAnswers } from './redis/answers'
import { folderForServers } from './test-folder'

async function sql(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

async function command(url: string, ...[name, ...args]: [string, ...string[]]): Promise<unknown> {
  const client = new Redis(url)
  const answer = await client.call(name, ...args)
  client.disconnect()
  return answer
}

// The loader of the killed process keeps a cache there, too.
const foldersIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('siagh-sync-'))

const kinds = [
  {
    name: 'PostgreSQL',
    open: () => startPostgres(),
    answers: postgresAnswers,
    write: (url: string) => sql(url, 'create table kept as select 1 as one'),
    read: (url: string) => sql(url, 'select one from kept'),
    kept: [{ one: 1 }],
  },
  {
    name: 'Redis',
    open: startRedis,
    answers: redisAnswers,
    write: (url: string) => command(url, 'set', 'kept', '1'),
    read: (url: string) => command(url, 'get', 'kept'),
    kept: '1',
  },
]

describe.each(kinds)('a $name of its own', ({ open, answers, write, read, kept }) => {
  it('keeps its port and its data through kill -9 and through an orderly stop, and leaves nothing', async () => {
    const folder = folderForServers()
    const server: OwnServer = await open()
    onTestFinished(() => server.dispose())
    await write(server.url)
    for (const end of ['kill', 'stop'] as const) {
      await server[end]()
      expect(await answers(server.url)).toBe(false)
      await server.start()
      expect(await read(server.url)).toEqual(kept)
    }
    await server.dispose()
    expect(await answers(server.url)).toBe(false)
    expect(foldersIn(folder)).toEqual([])
  })
})

it('outlives no process that started it, not even one that was killed', async () => {
  const folder = folderForServers()
  const program = `const { startPostgres, startRedis } = await import(${JSON.stringify(new URL('index.ts', import.meta.url))})
    const servers = await Promise.all([startPostgres(), startRedis()])
    console.log(servers.map(({ url }) => url).join(' '))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const [postgres = '', redis = ''] = line.toString().trim().split(' ')
  expect([await postgresAnswers(postgres), await redisAnswers(redis)]).toEqual([true, true])

  child.kill('SIGKILL')
  await vi.waitUntil(() => foldersIn(folder).length === 0, { timeout: 10_000, interval: 50 })
  expect([await postgresAnswers(postgres), await redisAnswers(redis)]).toEqual([false, false])
})
