import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, run, temporaryFolder } from './run'

const SECRETS = {
  SIAGH_PASSWORD: 'made-up-password-1',
  CRM_PASSWORD: 'made-up-password-2',
  WEBHOOK_SECRET: 'made-up-secret-of-16',
  OPERATOR_TOKEN: 'made-up-token-of-16-c',
  DATABASE_URL: 'postgresql://sync:made-up-word@10.0.0.7/sync',
}

const WHOLE = {
  SIAGH_URL: 'http://10.0.0.5',
  SIAGH_USERNAME: 'sync',
  CRM_URL: 'http://10.0.0.6',
  CRM_USERNAME: 'sync',
  ...SECRETS,
}

interface Row {
  readonly path: string
  readonly variable?: string
  readonly value: unknown
  readonly source: string
}

async function settingsOf(folder: string, env: NodeJS.ProcessEnv, args: readonly string[] = []) {
  const ran = await run(folder, env, ['config', '--json', ...args])
  expect(ran).toMatchObject({ exitCode: 0, stderr: '' })
  const { settings } = documentOf(ran).result as { readonly settings: readonly Row[] }
  return new Map(settings.map((row) => [row.path, row]))
}

describe('siagh-sync config', () => {
  it('says of each setting where its value comes from', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'siagh-sync.config.ts')
    writeFileSync(
      file,
      `export default { concurrency: 7, webhook: { port: 1 }, rules: { preInvoice: { saleKind: 1, units: { 'A.1': 'box' }, saleModel: () => 3 }, leaseMs: 90000 } }`,
    )
    writeFileSync(join(folder, '.env'), '# a comment\nHOST=0.0.0.0\nSWEEP_SECONDS=30')
    const settings = await settingsOf(folder, { ...WHOLE, PORT: '2' }, ['--company', 'one'])
    expect(settings.get('company')).toMatchObject({ value: 'one', source: 'command line' })
    expect(settings.get('webhook.port')).toMatchObject({ variable: 'PORT', value: 2, source: 'environment' })
    expect(settings.get('webhook.host')).toMatchObject({ variable: 'HOST', value: '0.0.0.0', source: '.env, line 2' })
    expect(settings.get('concurrency')).toMatchObject({ value: 7, source: file })
    expect(settings.get('stopSeconds')).toMatchObject({ value: 30, source: 'default' })
    expect(settings.get('rules.leaseMs')).toMatchObject({ variable: 'LEASE_SECONDS', value: 90_000, source: file })
    expect(settings.get('rules.sweepEveryMs')).toMatchObject({ value: 30_000, source: '.env, line 3' })
    expect(settings.get('rules.contact.onDelete')).toMatchObject({ value: 'nothing', source: 'default' })
    expect(settings.get('rules.preInvoice.saleKind')).toMatchObject({ value: 1, source: file })
    expect(settings.get('rules.preInvoice.units.A.1')).toMatchObject({ value: 'box', source: file })
    expect(settings.get('rules.preInvoice.saleModel')).toMatchObject({ value: '(a function)', source: file })
  })

  it('shows a person the unit of a time', async () => {
    const folder = temporaryFolder()
    const inEnglish = await run(folder, WHOLE, ['config'])
    expect(inEnglish.stdout).toMatch(/rules\.leaseMs .*\| 60000 ms /)
    const inPersian = await run(folder, WHOLE, ['config', '--lang', 'fa', '--digits', 'fa'])
    expect(inPersian.stdout).toMatch(/stopSeconds .*\| ۳۰ ثانیه /)
    expect(inPersian.stdout).toMatch(/rules\.leaseMs .*\| ۶۰۰۰۰ میلی‌ثانیه /)
  })

  it('does not say of a setting in a section that was replaced that it comes from there', async () => {
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'siagh-sync.config.json'),
      '{ "store": { "url": "postgresql://10.0.0.7/a", "schema": "own" } }',
    )
    const { DATABASE_URL: _, ...others } = WHOLE
    const settings = await settingsOf(folder, { ...others, STORE_FILE: 'a.db' })
    expect(settings.get('store.file')).toMatchObject({ value: join(folder, 'a.db'), source: 'environment' })
    expect(settings.get('store.schema')).toMatchObject({ value: 'siagh_sync', source: 'default' })
    expect(settings.has('store.url')).toBe(false)
  })

  it.each([[[]], [['--json']]])('shows no secret, and an address without its password: %j', async (args) => {
    const { exitCode, stdout } = await run(temporaryFolder(), WHOLE, ['config', ...args])
    expect(exitCode).toBe(0)
    expect(stdout).not.toContain('made-up')
    expect(stdout).toContain('postgresql://10.0.0.7/sync')
    for (const name of Object.keys(SECRETS)) expect(stdout).toContain(name)
  })

  it('shows each of several companies with its own settings, and those that it has from outside', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'siagh-sync.config.json')
    const companies = [{ name: 'tehran', crm: { username: 'north' } }, { name: 'shiraz-2' }]
    writeFileSync(file, JSON.stringify({ companies, siagh: { username: 'both' } }))
    const { WEBHOOK_SECRET: _, SIAGH_USERNAME: __, ...shared } = WHOLE
    const env = {
      ...shared,
      TEHRAN_WEBHOOK_SECRET: 'made-up-secret-of-t',
      SHIRAZ_2_WEBHOOK_SECRET: 'made-up-secret-of-s',
      SHIRAZ_2_SIAGH_URL: 'http://10.0.0.9',
    }
    const settings = await settingsOf(folder, env)
    const of = (path: string) => settings.get(`companies.${path}`)
    expect(of('tehran.crm.username')).toMatchObject({ variable: 'TEHRAN_CRM_USERNAME', value: 'north', source: file })
    expect(of('shiraz-2.crm.username')).toMatchObject({ value: 'sync', source: 'environment' })
    expect(of('tehran.siagh.baseUrl')).toMatchObject({ value: 'http://10.0.0.5', source: 'environment' })
    expect(of('shiraz-2.siagh.baseUrl')).toMatchObject({
      variable: 'SHIRAZ_2_SIAGH_URL',
      value: 'http://10.0.0.9',
      source: 'environment',
    })
    expect(of('shiraz-2.siagh.username')).toMatchObject({ value: 'both', source: file })
    expect(settings.get('webhook.port')).toMatchObject({ value: 3000 })
    expect([...settings.keys()].filter((path) => path === 'company' || path === 'webhook.secrets')).toEqual([])
  })

  it('is the only command beside serve that needs no name where there are several companies', async () => {
    const folder = temporaryFolder()
    const companies = ['tehran', 'shiraz'].map((name) => ({ name, siagh: { username: name } }))
    writeFileSync(join(folder, 'siagh-sync.config.json'), JSON.stringify({ companies }))
    const { WEBHOOK_SECRET: _, DATABASE_URL: __, ...env } = WHOLE
    const ran = await run(folder, env, ['status'])
    expect(ran).toMatchObject({
      exitCode: 2,
      stderr: 'error Say which company is meant: --company tehran or shiraz.\n',
    })
    const chosen = await run(folder, env, ['status', '--json', '--company', 'shiraz'])
    expect(documentOf(chosen).result).toMatchObject({ company: 'shiraz' })
    const unknown = await run(folder, env, ['status', '--company', 'yazd'])
    expect(unknown.stderr).toContain('company (COMPANY) must be one of the companies: tehran, shiraz.')
  })

  it('says what is wrong, with the line of .env', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '.env'), 'PORT=70000')
    const ran = await run(folder, WHOLE, ['config'])
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ran.stderr).toContain('webhook.port (PORT in .env, line 1) must be 65535 or less.')
  })
})
