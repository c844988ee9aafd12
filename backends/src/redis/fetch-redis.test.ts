import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { fetchRedis } from './fetch-redis'
import { findRedis } from './find-redis'

const INSTALLS = `case "$*" in *" install "*)
  for each in "$@"; do case "$each" in Dir::Cache::Archives=*) echo program >"\${each#*=}/redis-server.deb" ;; esac; done ;;
esac`
const UNPACKS = `/bin/mkdir -p "$3/usr/bin" "$3/usr/lib/here-linux-gnu" && /bin/cp "$2" "$3/usr/bin/redis-server"`

/** A machine with an empty cache and nothing on its PATH but what is given. `pnpm check:redis` asks the real archive. */
function machineWith(programs: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'without-redis-'))
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$*" >>"$0.log"\n${script}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  vi.stubEnv('PATH', folder)
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })
  const cache = join(folder, 'cache', 'siagh-sync')
  return {
    kept: join(cache, `redis-${process.arch}`),
    inCache: () => (existsSync(cache) ? readdirSync(cache) : []),
    calls: () => readFileSync(join(folder, 'apt-get.log'), 'utf8').trim().split('\n'),
  }
}

it('fetches a Redis into a cache folder, with its libraries, and keeps nothing else', async () => {
  const { kept, inCache } = machineWith({ 'apt-get': INSTALLS, 'dpkg-deb': UNPACKS })
  const { file, env } = await findRedis()
  expect(file).toBe(join(kept, 'usr/bin/redis-server'))
  expect(readFileSync(file, 'utf8')).toBe('program\n')
  expect(env['LD_LIBRARY_PATH']).toContain(join(kept, 'usr/lib/here-linux-gnu'))
  expect(inCache()).toEqual([`redis-${process.arch}`])
})

it('fetches once for all runs, and touches no folder of the system', async () => {
  const { calls } = machineWith({ 'apt-get': INSTALLS, 'dpkg-deb': UNPACKS })
  expect(await fetchRedis()).toEqual(await fetchRedis())
  expect(calls()).toHaveLength(2)
  for (const call of calls()) expect(call).toMatch(/Debug::NoLocking=1.*APT::Sandbox::User=/)
})

it('gives one Redis to several that fetch at the same time', async () => {
  const { inCache } = machineWith({ 'apt-get': INSTALLS, 'dpkg-deb': UNPACKS })
  const [first, ...others] = await Promise.all([fetchRedis(), fetchRedis(), fetchRedis()])
  for (const other of others) expect(other).toEqual(first)
  expect(inCache()).toEqual([`redis-${process.arch}`])
})

it('says why a Redis could not be fetched and what to install, and leaves nothing', async () => {
  const { inCache } = machineWith({ 'apt-get': 'echo "E: no network" >&2; exit 100', 'dpkg-deb': UNPACKS })
  await expect(findRedis()).rejects.toThrow(/^Redis is needed: .*apt install redis-server.* fetched: E: no network$/)
  expect(inCache()).toEqual([])
})

it('fetches nothing on a system that is no Debian', async () => {
  const { inCache } = machineWith({})
  expect(await fetchRedis()).toBeUndefined()
  expect(inCache()).toEqual([])
})
