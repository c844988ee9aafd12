import { readdirSync } from 'node:fs'
import { expect, it, onTestFinished, vi } from 'vitest'
import { postgres, redis, startPostgres, startRedis } from './index'
import { postgresAnswers } from './postgres/answers'
import { findPackaged } from './postgres/packaged-postgres'
import { redisAnswers } from './redis/answers'
import { folderForServers } from './test-folder'

it('says in one sentence how to come by a PostgreSQL, and leaves no folder', async () => {
  const folder = folderForServers()
  const nowhere = { path: [], versions: [], packaged: undefined }
  await expect(startPostgres({ places: nowhere })).rejects.toThrow(
    /^PostgreSQL is needed: .*apt install postgresql.*\.$/,
  )
  expect(readdirSync(folder)).toEqual([])
})

it('says in one sentence how to come by a Redis, and leaves no folder', async () => {
  const folder = folderForServers()
  vi.stubEnv('PATH', '')
  vi.stubEnv('XDG_CACHE_HOME', folder)
  await expect(startRedis()).rejects.toThrow(/^Redis is needed: .*apt install redis-server.*\.$/)
  expect(readdirSync(folder)).toEqual([])
})

it('needs no PostgreSQL on the machine, since a package ships one', async () => {
  folderForServers()
  const server = await startPostgres({ places: { path: [], versions: [], packaged: findPackaged() } })
  onTestFinished(() => server.dispose())
  expect(await postgresAnswers(server.url)).toBe(true)
})

it('finds a server of either kind once for a process', async () => {
  expect(postgres()).toBe(postgres())
  expect(redis()).toBe(redis())
  const [{ url: sql }, { url: keys }] = await Promise.all([postgres(), redis()])
  expect([await postgresAnswers(sql), await redisAnswers(keys)]).toEqual([true, true])
})
