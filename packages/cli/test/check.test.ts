import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { Pool } from 'pg'
import { postgres, redis } from '@siagh-sync/backends'
import { machineClock, samplePeople } from '@siagh-sync/sandbox'
import { documentOf, openSite, SECRET, type Site } from './run'
import { freePort } from '../../../test-support/free-port'

const line = z.strictObject({
  name: z.string(),
  status: z.enum(['ok', 'warning', 'failed', 'skipped']),
  code: z.string().exactOptional(),
  message: z.string(),
  advice: z.string().exactOptional(),
})
const result = z.strictObject({ checks: z.array(line) })

async function check(site: Site, env: NodeJS.ProcessEnv = {}) {
  const document = documentOf(await site.run(['check', '--json'], { env }))
  const { checks } = result.parse(document.result)
  return { exitCode: document.exitCode, ...Object.fromEntries(checks.map((it) => [it.name, it])) } as Record<
    string,
    unknown
  >
}

describe('check', () => {
  it('finds everything in place, and leaves nothing behind', async () => {
    const site = await openSite()
    site.sandbox.crm.createOrganization({ nickName: 'شرکت نمونه' })
    const port = String(await freePort())
    const env = { PORT: port, WEBHOOK_PUBLIC_URL: `http://127.0.0.1:${port}/webhook/crm/` }
    const { exitCode, ...lines } = await check(site, env)
    expect(exitCode).toBe(0)
    expect(Object.entries(lines).map(([name, it]) => [name, line.parse(it).status])).toEqual(
      [
        'crm reached',
        'crm login',
        'crm read',
        'crm find',
        'crm missing id',
        'crm types',
        'crm clock',
        'siagh reached',
        'siagh login',
        'siagh read',
        'siagh contacts',
        'siagh clock',
        'rules',
        'store',
        'queue',
        'webhook',
      ].map((name) => [name, 'ok']),
    )
    expect((await site.run(['history'])).stdout).toBe('Nothing was done.\n')
    const operations = [...site.sandbox.crm.requests(), ...site.sandbox.siagh.requests()].map(
      ({ operation }) => operation,
    )
    expect(operations.filter((name) => /save|create|update/i.test(name))).toEqual([])
  })

  it('says of a server that is away what to look at, and goes on with the rest', async () => {
    const site = await openSite()
    const env = { CRM_URL: `http://127.0.0.1:${await freePort()}` }
    const lines = await check(site, env)
    expect(lines).toMatchObject({
      exitCode: 1,
      'crm reached': { status: 'failed', advice: expect.stringContaining('CRM_URL') },
      'crm login': { status: 'skipped' },
      'crm find': { status: 'skipped' },
      'siagh login': { status: 'ok' },
      store: { status: 'ok' },
    })
  })

  it('tells a wrong password from a server that is away', async () => {
    const lines = await check(await openSite(), { SIAGH_PASSWORD: 'another', CRM_PASSWORD: 'another' })
    for (const system of ['crm', 'siagh']) {
      expect(lines[`${system} reached`]).toMatchObject({ status: 'ok' })
      expect(lines[`${system} login`]).toMatchObject({ status: 'failed', advice: expect.stringContaining('password') })
    }
  })

  it('fails while a rule of pre-invoices is not set, and names it', async () => {
    const site = await openSite()
    expect(await check(site, { SALE_KIND: '', INTERMEDIARY: 'none' })).toMatchObject({
      exitCode: 1,
      rules: { status: 'failed', code: 'check_rules_unset', message: 'not set: preInvoice.saleKind (SALE_KIND)' },
    })
    expect((await site.run(['check', '--lang', 'fa'], { env: { SALE_KIND: '' } })).stdout).toContain(
      'تعیین نشده: preInvoice.saleKind (SALE_KIND)',
    )
  })

  it('warns where the CRM does not answer find', async () => {
    const site = await openSite()
    site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    site.sandbox.crm.faults.set('refusal', { operation: 'personFind' })
    const lines = await check(site)
    expect(lines).toMatchObject({
      exitCode: 0,
      'crm find': { status: 'warning', advice: expect.stringContaining('catch-up') },
    })
  })

  it('warns of what a quick look at both servers shows: the probe tells the rest', async () => {
    const site = await openSite({ contacts: 30, dialect: { missingId: 500, accountParty: 'never' } })
    site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    for (const { Code, TowardType } of site.sandbox.siagh.contacts())
      site.sandbox.siagh.changeContact(Code, { TowardType: !TowardType })
    expect(await check(site)).toMatchObject({
      exitCode: 0,
      'crm missing id': { status: 'warning', message: expect.stringContaining('HTTP 500') },
      'crm types': { status: 'ok', message: 'the answer is HTTP 500' },
      'siagh types': { status: 'warning', advice: expect.stringContaining('organizationTowardType') },
      'siagh parties': { status: 'warning', advice: expect.stringContaining('preInvoice.customer') },
    })
  })

  it('warns where the clock of Siagh is wrong', async () => {
    const clock = { ...machineClock, now: () => Date.now() - 3_660_000 }
    const site = await openSite({ contacts: 0, clock })
    expect(await check(site)).toMatchObject({ 'siagh clock': { status: 'warning', message: '1 h behind ours' } })
  })

  it('fails where the store cannot be opened', async () => {
    const lines = await check(await openSite(), { STORE_FILE: 'missing/store.db' })
    expect(lines).toMatchObject({
      exitCode: 1,
      store: { status: 'failed', advice: expect.stringContaining('STORE_FILE') },
    })
  })

  it('advises no other place for a store that is damaged or is a backup: that would be an empty store', async () => {
    const site = await openSite()
    await site.run(['status'])
    await site.run(['backup', 'copy.db'])
    writeFileSync(join(site.folder, 'damaged.db'), 'no database, but something of that size'.repeat(200))
    for (const STORE_FILE of ['copy.db', 'damaged.db']) {
      expect(await check(site, { STORE_FILE })).toMatchObject({
        exitCode: 1,
        store: { status: 'failed', advice: expect.not.stringContaining('STORE_FILE') },
      })
    }
  })

  it('names what it has looked at in the language of the reader', async () => {
    const { stdout } = await (await openSite()).run(['check', '--lang', 'fa'])
    expect(stdout).toMatch(/^درست +ورود سیاق/m)
    expect(stdout).not.toMatch(/^\S+( \S+)? {2,}[a-z]/m)
  })

  it('fails where another program answers at the webhook address, or none does', async () => {
    const site = await openSite()
    const anything = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1')
    onTestFinished(() => void anything.close())
    await new Promise((resolve) => anything.once('listening', resolve))
    const { port } = anything.address() as AddressInfo
    const WEBHOOK_PUBLIC_URL = `http://127.0.0.1:${port}/webhook/crm`
    expect(await check(site, { WEBHOOK_PUBLIC_URL })).toMatchObject({
      webhook: { status: 'failed', message: expect.stringContaining('to a wrong secret') },
    })
    const nobody = `http://127.0.0.1:${await freePort()}/webhook/crm`
    const { stdout } = await site.run(['check'], { env: { WEBHOOK_PUBLIC_URL: nobody } })
    expect(stdout).toContain('was not reached: ECONNREFUSED')
    expect(stdout).not.toContain(SECRET)
  })

  it('leaves the webhook alone where it does not know the address, and asks for a secret', async () => {
    const site = await openSite()
    expect(await check(site)).toMatchObject({ webhook: { status: 'skipped' } })
    expect(await check(site, { WEBHOOK_SECRET: '' })).toMatchObject({ webhook: { status: 'warning' } })
  })

  it('tries a store in PostgreSQL, and a queue there and in Redis, and shows no password', async () => {
    const site = await openSite()
    const { url } = await postgres()
    const DATABASE_SCHEMA = `cli_check_${process.pid}`
    onTestFinished(async () => {
      const pool = new Pool({ connectionString: url })
      await pool.query(`DROP SCHEMA IF EXISTS ${DATABASE_SCHEMA} CASCADE`)
      await pool.end()
    })
    const address = new URL(url)
    address.password = 'hidden-password'
    const env = { DATABASE_URL: address.href, DATABASE_SCHEMA, QUEUE_PREFIX: DATABASE_SCHEMA }
    const come = { status: 'ok', message: expect.stringContaining('came through') }
    expect(await check(site, env)).toMatchObject({ store: { status: 'ok' }, queue: come })
    expect(await check(site, { ...env, QUEUE_URL: (await redis()).url })).toMatchObject({ queue: come })

    address.port = String(await freePort())
    const { stdout } = await site.run(['check'], { env: { ...env, DATABASE_URL: address.href } })
    expect(stdout).toMatch(
      /failed +store[^]+failed +queue[^]+Check store\.url \(DATABASE_URL\), where the queue is too/,
    )
    expect(stdout).not.toContain('hidden-password')
  })
})
