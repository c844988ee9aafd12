import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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

  it('takes no webhook without the secret, and does not open the test endpoint by itself', async () => {
    const { url } = await start(await openSite())
    const query = 'event=Update&type=Identity&id=2b1f0c6e-0000-4000-8000-000000000001'
    expect((await fetch(`${url}/webhook/crm/identity?secret=wrong&${query}`)).status).toBe(401)
    expect((await fetch(`${url}/webhook/crm/test?secret=${SECRET}`)).status).toBe(404)
    expect((await fetch(`${url}/nothing`)).status).toBe(404)
  })

  it('opens the test endpoint where it is told to, for check to call', async () => {
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
