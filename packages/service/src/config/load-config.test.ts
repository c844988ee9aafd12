import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toContact, toIdentity } from '@siagh-sync/sync-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadConfig } from './load-config'
import { expectErr, expectOk } from '../../../../test-support/results'

const WHOLE = {
  SIAGH_URL: 'http://10.0.0.5',
  SIAGH_USERNAME: 'sync',
  SIAGH_PASSWORD: 'password-of-siagh',
  CRM_URL: 'http://10.0.0.6',
  CRM_USERNAME: 'sync',
  CRM_PASSWORD: 'password-of-the-crm',
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Files = Readonly<Record<string, string | Buffer>>

async function load(env: NodeJS.ProcessEnv, files: Files = {}, told: object = {}) {
  const cwd = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
  return { cwd, config: await loadConfig({ cwd, env, told }) }
}

const valid = async (...given: Parameters<typeof load>) => {
  const { cwd, config } = await load(...given)
  const loaded = expectOk(config)
  const [company] = loaded.config.companies
  if (!company) throw new Error('no company')
  return { cwd, config: company, loaded }
}
const faults = async (...given: Parameters<typeof load>) => expectErr((await load(...given)).config)

describe('the configuration', () => {
  it('has the defaults where the environment is all there is', async () => {
    const { cwd, config } = await valid(WHOLE)
    expect(config).toMatchObject({
      company: 'default',
      store: { file: join(cwd, 'siagh-sync.db'), schema: 'siagh_sync' },
      webhook: { secrets: [], host: '127.0.0.1', port: 3000, test: false },
      concurrency: 4,
      logLevel: 'info',
    })
  })

  it('comes from the command line before the environment, and from there before the file', async () => {
    const file = `export default { company: 'file', concurrency: 7, webhook: { port: 1, host: '::1' } }`
    const env = { ...WHOLE, COMPANY: 'environment', PORT: '2' }
    const { config } = await valid(env, { 'siagh-sync.config.ts': file }, { company: 'told' })
    expect(config).toMatchObject({ company: 'told', concurrency: 7, webhook: { port: 2, host: '::1' } })
  })

  it('can be written in TypeScript with defineConfig and rules, wherever the command is installed', async () => {
    const file = `
      import { defineConfig, prefixed } from '@siagh-sync/cli'
      const model: number = 3
      export default defineConfig({
        rules: {
          customerNumber: prefixed({ prefix: '100-', offset: 1000 }),
          preInvoice: { intermediary: null, saleModel: () => model },
        },
      })`
    const { config } = await valid(WHOLE, { 'siagh-sync.config.ts': file })
    expect(config.rules.preInvoice?.intermediary).toBeNull()
    expect(config.rules.preInvoice?.saleModel).toEqual(expect.any(Function))
    expect(config.rules.customerNumber?.encode(1)).toBe('100-1001')
  })

  it('can begin with our own mappings, and answer as they do, by what the command brings along', async () => {
    const file = `
      import { defineConfig, err, ok, toContact, toIdentity, toPreInvoice, type ToPreInvoice } from '@siagh-sync/cli'
      const own: ToPreInvoice = (...given) => toPreInvoice(...given).andThen((draft) => ok(draft))
      const company = [ok(1).isOk(), err(1).isErr()].join()
      export default defineConfig({ company, rules: { toContact, toIdentity, toPreInvoice: own } })`
    const { config } = await valid(WHOLE, { 'siagh-sync.config.ts': file })
    expect(config.company).toBe('true,true')
    expect(config.rules).toMatchObject({ toContact, toIdentity, toPreInvoice: expect.any(Function) })
  })

  it.each([
    ['siagh-sync.config.js', 'export default { company: "one" }'],
    ['siagh-sync.config.json', '{ "company": "one" }'],
  ])('is found as %s', async (name, content) => {
    expect((await valid(WHOLE, { [name]: content })).config.company).toBe('one')
  })

  describe.each([
    [
      'siagh-sync.config.ts',
      "import { defineConfig } from '@siagh-sync/cli'\nexport default defineConfig({ company: 'پیام' })",
    ],
    ['siagh-sync.config.js', "export default { company: 'پیام' }"],
    ['siagh-sync.config.json', '{\n"company": "پیام" }'],
  ])('as %s', (name, content) => {
    const utf16 = Buffer.from(`\uFEFF${content}`, 'utf16le')
    it.each([
      ['UTF-8 with a mark', Buffer.from(`\uFEFF${content}`)],
      ['UTF-16', utf16],
      ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ])('may be saved in %s', async (_, bytes) => {
      expect((await valid(WHOLE, { [name]: bytes })).config.company).toBe('پیام')
    })

    it('is refused with its line where it holds bytes of another encoding', async () => {
      const bytes = Buffer.from(content.replace('پیام', '\xc8\xc7'), 'latin1')
      const { message } = await faults(WHOLE, { [name]: bytes })
      expect(message).toMatch(/siagh-sync\.config\.\w+, line \d: It holds bytes that are no UTF-8\./)
    })
  })

  it.each([
    ['PORT', '۳۰۰۰', 'webhook.port (PORT) must be written with the digits 0 to 9.'],
    ['PORT', '0x10', 'webhook.port (PORT) must be a number.'],
    [
      'SIAGH_URL',
      'http://10.0.0.5\u200F',
      'siagh.baseUrl (SIAGH_URL) holds an invisible character (U+200F) at place 16',
    ],
    [
      'WEBHOOK_SECRET',
      'hidden-1-hidden\u200C-2',
      'webhook.secrets.0 (WEBHOOK_SECRET) holds an invisible character (U+200C)',
    ],
    ['CRM_PASSWORD', 'hidden-1\r', 'crm.password (CRM_PASSWORD) holds a line break'],
    ['COMPANY', 'hidden\u00A0-1', 'company (COMPANY) holds an invisible character (U+00A0)'],
  ])('says what is wrong with %s=%j, and repeats nothing of it', async (name, value, sentence) => {
    const { details } = await faults({ ...WHOLE, [name]: value })
    expect(details).toEqual([expect.stringContaining(sentence)])
    expect(details.join()).not.toContain('hidden')
  })

  it('leaves out the white space that stands round a setting', async () => {
    const env = {
      ...WHOLE,
      SIAGH_URL: ' http://10.0.0.5\r',
      PORT: '3000\r',
      COMPANY: 'one ',
      STORE_FILE: 'a.db\r',
      LOG_LEVEL: 'warn ',
    }
    const { cwd, config } = await valid(env)
    expect(config).toMatchObject({
      company: 'one',
      webhook: { port: 3000 },
      store: { file: join(cwd, 'a.db') },
      logLevel: 'warn',
    })
    expect(config.siagh.baseUrl).toBe('http://10.0.0.5')
  })

  it('keeps its database beside itself, from wherever the command is started', async () => {
    const cwd = temporaryFolder()
    mkdirSync(join(cwd, 'site'))
    writeFileSync(join(cwd, 'site/siagh-sync.config.json'), '{ "store": { "file": "data.db" } }')
    const configFile = 'site/siagh-sync.config.json'
    const config = expectOk(await loadConfig({ cwd, env: WHOLE, configFile })).config
    expect(config.store.file).toBe(join(cwd, 'site/data.db'))
    const other = expectOk(await loadConfig({ cwd, env: { ...WHOLE, STORE_FILE: 'here.db' }, configFile })).config
    expect(other.store.file).toBe(join(cwd, 'here.db'))
  })

  it('takes the database of the environment in place of the file', async () => {
    const env = { ...WHOLE, DATABASE_URL: 'postgresql://user:word@127.0.0.1/one' }
    const { config } = await valid(env, { 'siagh-sync.config.json': '{ "store": { "file": "data.db" } }' })
    expect(config.store).toEqual({ url: env.DATABASE_URL, schema: 'siagh_sync' })
  })

  it('takes some rules from the environment', async () => {
    const env = { ...WHOLE, LEASE_SECONDS: '90', DEACTIVATE_DELETED: 'yes', WRITE_BACK_RECORD_ID: 'no' }
    const { config } = await valid(env)
    expect(config.rules).toEqual({ leaseMs: 90_000, contact: { onDelete: 'deactivate', writeBackRecordId: false } })
  })

  it('tells everything that is wrong at once, a sentence each, by both names of a setting', async () => {
    const env = { SIAGH_URL: 'siagh', PORT: '70000', QUEUE_URL: 'redis://127.0.0.1', WEBHOOK_SECRET: 'short' }
    const file = '{ "concurency": 3, "rules": { "money": "dollar", "leaseMs": 0 } }'
    const { kind, details } = await faults(env, { 'siagh-sync.config.json': file })
    expect(kind).toBe('config')
    expect(details).toEqual([
      'siagh.baseUrl (SIAGH_URL) must be an address such as http://10.0.0.5.',
      'siagh.username (SIAGH_USERNAME) must be set.',
      'siagh.password (SIAGH_PASSWORD) must be set, or siagh.passwordMd5 (SIAGH_PASSWORD_MD5).',
      'crm.baseUrl (CRM_URL) must be set.',
      'crm.username (CRM_USERNAME) must be set.',
      'crm.password (CRM_PASSWORD) must be set.',
      "rules.money must be 'rial' or 'toman' or 'new-rial'. rules.leaseMs (LEASE_SECONDS) must be 1 or more.",
      'webhook.secrets.0 (WEBHOOK_SECRET) must hold at least 16 characters.',
      'webhook.port (PORT) must be 65535 or less.',
      "The configuration has no setting 'concurency'.",
      'store.url (DATABASE_URL) must be set where queue.url (QUEUE_URL) is.',
    ])
  })

  it('takes nothing but yes and no for a switch, and says so by the name of the variable', async () => {
    const env = { ...WHOLE, LEASE_SECONDS: 'long', DEACTIVATE_DELETED: 'true', WRITE_BACK_RECORD_ID: 'on' }
    const { details } = await faults(env, { 'siagh-sync.config.json': '{ "rules": { "colour": "red" } }' })
    const told = details.join(' ')
    expect(told).toContain('rules.leaseMs (LEASE_SECONDS) must be of type number.')
    expect(told).toContain('rules.contact.onDelete (DEACTIVATE_DELETED, yes or no) must be')
    expect(told).toContain('rules.contact.writeBackRecordId (WRITE_BACK_RECORD_ID, yes or no) must be')
    expect(told).toMatch(/(^| )rules has no setting 'colour'\.$/)
  })

  it('says how to get a file where there is none, and not where there is', async () => {
    expect((await faults({})).details.at(-1)).toContain('`siagh-sync init` writes one')
    const { details } = await faults({}, { 'siagh-sync.config.json': '{}' })
    expect(details.join()).not.toContain('init')
  })

  it.each(['{"crm": {"password": hidden-1}}', '{"crm": {"password": "hidden-1"} "a": 2}', '{"password": "hidden-1" x'])(
    'repeats nothing of a file that is no JSON: %s',
    async (content) => {
      const { message } = await faults(WHOLE, { 'siagh-sync.config.json': content })
      expect(message).toMatch(/cannot be read: .*siagh-sync\.config\.json: .*JSON/)
      expect(message).not.toMatch(/hidden|assword/)
    },
  )

  it('repeats nothing that may be a password', async () => {
    const env = {
      ...WHOLE,
      SIAGH_PASSWORD_MD5: 'hidden-1',
      DATABASE_URL: 'mysql://hidden-2@host/db',
      SIAGH_URL: 'http://user:hidden-3@host',
      WEBHOOK_SECRET: 'hidden-4',
    }
    const { message, details } = await faults(env)
    expect(details).toHaveLength(5)
    expect([message, ...details].join('\n')).not.toMatch(/hidden|password-of/)
  })

  it('says that a file is not there, and what is wrong with one that cannot be read', async () => {
    expect(expectErr(await loadConfig({ cwd: temporaryFolder(), env: WHOLE, configFile: 'other.ts' })).message).toBe(
      'There is no configuration file other.ts.',
    )
    const { message } = await faults(WHOLE, { 'siagh-sync.config.ts': 'export default {' })
    expect(message).toContain('The configuration file cannot be read')
  })
})
