// Checks that a Redis is fetched, starts and answers on a machine without a Redis. Needs Debian or Ubuntu, and its package archive.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { startRedis } from '../backends/src/index.ts'
import { inTemporaryFolder } from './published-packages.mjs'

/** The PATH without a Redis: a folder of links to everything else. */
const pathWithoutRedis = (folder) => {
  const links = new Map()
  for (const path of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of programsIn(path))
      if (!/redis|valkey/.test(name) && !links.has(name)) links.set(name, join(path, name))
  }
  mkdirSync(folder)
  for (const [name, program] of links) symlinkSync(program, join(folder, name))
  return folder
}

const programsIn = (path) => {
  try {
    return readdirSync(path)
  } catch {
    return [] // a PATH may name folders that are not there
  }
}

await inTemporaryFolder('redis', async (folder) => {
  process.env.PATH = pathWithoutRedis(join(folder, 'bin'))
  process.env.XDG_CACHE_HOME = join(folder, 'cache')
  const [server, other] = await Promise.all([startRedis(), startRedis()])
  await Promise.all([server.dispose(), other.dispose()])
  console.log(`✓ fetched into ${readdirSync(join(folder, 'cache/siagh-sync')).join(', ')}, started twice, and answered`)
})
