import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, readdirSync, renameSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { samplePeople } from '@siagh-sync/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { documentOf, openSite, SECRET, type Ran, type Site } from './run'

const announced = z.looseObject({ url: z.url(), webhooks: z.record(z.string(), z.url()) })

/** Starts `serve` and waits for its address. */
async function start(site: Site, env: NodeJS.ProcessEnv = {}) {
  let stop = () => {}
  let told: (url: string) => void = () => {}
  const url = new Promise<string>((resolve) => (told = resolve))
  const onStdout = (stdout: string) => told(announced.parse(documentOf({ exitCode: 0, stdout, stderr: '' }).result).url)
  const ended = site.run(['serve', '--json'], { onStart: (interrupt) => (stop = interrupt), onStdout, env })
  const running = { url: await url, stop: (): Promise<Ran> => (stop(), ended) }
  onTestFinished(async () => {
    await running.stop()
  })
  return running
}

/** Another process that has the write lock of the file until it is let go. */
async function holdStore(file: string) {
  const script = `
    const Database = require(process.argv[1])
    const database = new Database(process.argv[2])
    database.exec('BEGIN IMMEDIATE')
    console.log('held')
    process.stdin.on('end', () => database.close()).resume()
  `
  const driver = createRequire(import.meta.url).resolve('better-sqlite3')
  const child = spawn(process.execPath, ['-e', script, driver, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return {
    async letGo() {
      child.stdin.end()
      await once(child, 'close')
    },
  }
}

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('serve', () => {
  it('brings what a webhook tells to Siagh, tells its address once it listens, and ends with 0', async () => {
    const site = await openSite()
    const { url, stop } = await start(site)
    const { crm, siagh } = site.sandbox
    crm.webhooks.pointAt(`${url}/webhook/crm?secret=${SECRET}`)
    const id = crm.createPerson(samplePeople(1)[0] ?? {})
    await until(() => siagh.contacts().some(({ tmpid }) => tmpid === id))
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const status = async () => documentOf(await site.run(['status', '--json'])).result
    await expect.poll(status, { timeout: 10_000 }).toMatchObject({ pending: 0, failed: 0 })
    const { exitCode, stderr } = await stop()
    expect(exitCode).toBe(0)
    expect(stderr).toContain('"msg":"handled"')
    expect(stderr).not.toContain(SECRET)
    await expect(fetch(`${url}/livez`)).rejects.toThrow()
  })

  it('leaves one complete file behind when it is stopped, as every command does', async () => {
    const site = await openSite()
    const { url, stop } = await start(site)
    const id = site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    await fetch(`${url}/webhook/crm/identity?secret=${SECRET}&event=Insert&type=Identity&id=${id}`)
    await until(() => site.sandbox.siagh.contacts().length === 1)
    const files = () => readdirSync(site.folder).filter((name) => name.startsWith('siagh-sync.db'))
    expect((await stop()).exitCode).toBe(0)
    expect(files()).toEqual(['siagh-sync.db'])
    const copy = { STORE_FILE: join(site.folder, 'copy-of.db') }
    copyFileSync(join(site.folder, 'siagh-sync.db'), copy.STORE_FILE)
    expect((await site.run(['history', id], { env: copy })).stdout).toContain('created')
    await site.run(['status'])
    await site.run(['sync', 'identity', id])
    expect(files()).toEqual(['siagh-sync.db'])
  })

  it('is not ready and takes nothing once its store is not the file any more that it opened', async () => {
    const site = await openSite()
    const { url, stop } = await start(site)
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200)
    for (const name of readdirSync(site.folder).filter((name) => name.startsWith('siagh-sync.db'))) {
      renameSync(join(site.folder, name), join(site.folder, `old-${name}`))
    }
    const id = site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    const webhook = `${url}/webhook/crm/identity?secret=${SECRET}&event=Insert&type=Identity&id=${id}`
    expect((await fetch(webhook)).status).toBe(503)
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    expect((await stop()).stderr).toContain('was deleted while it was in use. Stop every siagh-sync process')
  })

  it('answers /livez while another process holds its store, and takes the webhook once it is free', async () => {
    const site = await openSite()
    const { url } = await start(site)
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200)
    const holder = await holdStore(join(site.folder, 'siagh-sync.db'))
    const id = site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    const webhook = fetch(`${url}/webhook/crm/identity?secret=${SECRET}&event=Insert&type=Identity&id=${id}`)
    for (let call = 0; call < 20; call += 1) expect((await fetch(`${url}/livez`)).status).toBe(200)
    await holder.letGo()
    expect((await webhook).status).toBe(202)
  })

  it('takes no webhook without the secret, and does not open the test endpoint by itself', async () => {
    const { url } = await start(await openSite())
    const query = 'event=Update&type=Identity&id=2b1f0c6e-0000-4000-8000-000000000001'
    expect((await fetch(`${url}/webhook/crm/identity?secret=wrong&${query}`)).status).toBe(401)
    expect((await fetch(`${url}/webhook/crm/test?secret=${SECRET}`)).status).toBe(404)
    expect((await fetch(`${url}/nothing`)).status).toBe(404)
  })

  it('opens the test endpoint if the settings say so, for check to call', async () => {
    const site = await openSite()
    const { url } = await start(site, { WEBHOOK_TEST: 'yes' })
    const env = { PORT: new URL(url).port, WEBHOOK_PUBLIC_URL: `${url}/webhook/crm` }
    const { stdout } = await site.run(['check'], { env })
    expect(stdout).toMatch(/ok +webhook +\S+: reached, a wrong secret refused$/m)
    expect(await site.run(['check'], { env: { ...env, WEBHOOK_SECRET: 'another-secret-of-16' } })).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('refuses the secret'),
    })
  })

  it('lets check know a running service that keeps the test endpoint closed', async () => {
    const site = await openSite()
    const { url } = await start(site)
    const env = { PORT: new URL(url).port, WEBHOOK_PUBLIC_URL: `${url}/webhook/crm` }
    expect((await site.run(['check'], { env })).stdout).toMatch(/ok +webhook/)
    expect(documentOf(await site.run(['status', '--json'])).result).toMatchObject({ pending: 0 })
  })

  it('needs a secret, and a port that nobody has', async () => {
    const site = await openSite()
    expect(await site.run(['serve'], { env: { WEBHOOK_SECRET: '' } })).toMatchObject({ exitCode: 2, stdout: '' })
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await new Promise((resolve) => other.once('listening', resolve))
    const PORT = String((other.address() as AddressInfo).port)
    const ran = await site.run(['serve'], { env: { PORT } })
    expect(ran.exitCode).toBe(1)
    expect(ran.stderr).toContain(`PORT ${PORT} cannot be listened on: another program listens there.`)
  })

  it('writes a log that a person reads where stderr is a terminal', async () => {
    const site = await openSite()
    let stop = () => {}
    const ended = site.run(['serve'], {
      columns: 100,
      onStart: (interrupt) => (stop = interrupt),
      onStdout: () => setTimeout(() => stop(), 100),
    })
    const { stdout, stderr } = await ended
    expect(stdout).toContain('/webhook/crm/identity')
    expect(stderr).toMatch(/stopping/)
    expect(stderr).not.toContain('{"level"')
  })
})
