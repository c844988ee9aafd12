import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadConfig } from './load-config'
import { settings } from './settings'
import { expectOk } from '../../../../test-support/results'

const complete = {
  SIAGH_URL: 'http://10.0.0.5',
  SIAGH_USERNAME: 'کاربر',
  SIAGH_PASSWORD: ' spaces count ',
  CRM_URL: 'https://crm.example.com',
  CRM_USERNAME: 'webservice',
  CRM_PASSWORD: 'word',
  WEBHOOK_SECRET: 'a-secret-of-16-c',
}
const DATABASE_URL = 'postgresql://sync@127.0.0.1/sync'

function load(env: NodeJS.ProcessEnv, envFile = '') {
  const cwd = mkdtempSync(join(tmpdir(), 'siagh-sync-environment-'))
  onTestFinished(() => rmSync(cwd, { recursive: true }))
  writeFileSync(join(cwd, '.env'), envFile)
  return loadConfig({ cwd, env, isForService: true })
}

async function configFrom(env: NodeJS.ProcessEnv) {
  const { config } = expectOk(await load(env))
  const [company] = config.companies
  if (!company) throw new Error('no company')
  return { ...config, ...company }
}

/** The sentences that a wrong environment is answered with. */
async function sentencesOf(env: NodeJS.ProcessEnv, envFile?: string): Promise<readonly string[]> {
  const loaded = await load(env, envFile)
  return loaded.isErr() ? loaded.error.details : []
}

describe('a configuration in the environment', () => {
  it('has the defaults that .env.example names', async () => {
    expect(await configFrom(complete)).toMatchObject({
      role: 'both',
      company: 'default',
      acceptNewServers: false,
      siagh: { baseUrl: 'http://10.0.0.5', username: 'کاربر', password: ' spaces count ' },
      webhook: { secrets: ['a-secret-of-16-c'], host: '127.0.0.1', port: 3000, test: false },
      store: { schema: 'siagh_sync' },
      queue: { prefix: 'siagh-sync' },
      rules: {},
      concurrency: 4,
      stopSeconds: 30,
      drainSeconds: 0,
      logLevel: 'info',
    })
  })

  it('takes an empty variable for one that is not set', async () => {
    expect(await sentencesOf({ ...complete, CRM_USERNAME: '', SIAGH_PASSWORD: '  ' })).toEqual([
      'siagh.password (SIAGH_PASSWORD) must be set, or siagh.passwordMd5 (SIAGH_PASSWORD_MD5).',
      'crm.username (CRM_USERNAME) must be set.',
    ])
    expect(await configFrom({ ...complete, PORT: '', OPERATOR_TOKEN: '' })).toMatchObject({ webhook: { port: 3000 } })
  })

  it.each([
    ['SIAGH_URL', '10.0.0.5', 'must be an address such as http://10.0.0.5.'],
    ['CRM_URL', 'ftp://crm', 'must be an address such as http://10.0.0.6.'],
    ['CRM_URL', 'http://user:word@crm', 'must be an address without user, query and fragment.'],
    ['PORT', 'http', 'must be a number.'],
    ['PORT', '80.5', 'must be a whole number.'],
    ['PORT', '70000', 'must be 65535 or less.'],
    ['CONCURRENCY', '0', 'must be 1 or more.'],
    ['ROLE', 'sweeper', 'must be web, worker or both.'],
    ['LEASE_SECONDS', '0', 'must be 1 or more.'],
    ['SWEEP_SECONDS', 'often', 'must be of type number.'],
    ['STOP_SECONDS', '3600', 'must be 600 or less.'],
    ['DRAIN_SECONDS', '-1', 'must be 0 or more.'],
    ['DRAIN_SECONDS', '30', 'must be less than stopSeconds (STOP_SECONDS), which it is a part of.'],
    ['DATABASE_SCHEMA', 'My"Schema', 'must be of small Latin letters, digits and _, with a letter first.'],
    ['DATABASE_SCHEMA', 'pg_own', 'must not begin with pg_, which PostgreSQL keeps for itself.'],
    ['QUEUE_PREFIX', 'a:b', 'must be of Latin letters, digits, _ and -.'],
    ['LOG_LEVEL', 'loud', 'must be debug, info, warn, error or silent.'],
    ['WEBHOOK_TEST', 'true', 'must be yes or no in the environment, true or false in the file.'],
    ['OPERATOR_TOKEN', 'short', 'must hold at least 16 characters.'],
    ['SIAGH_PASSWORD_MD5', 'abc', 'must be 32 hexadecimal digits: `siagh-sync hash-password` makes them.'],
    ['WEBHOOK_SECRET', 'a-secret-of-16-c,short', 'must hold at least 16 characters.'],
  ])('says what is wrong with %s=%s, and where it stands', async (name, value, sentence) => {
    const given = { ...complete, ...(name === 'SIAGH_PASSWORD_MD5' && { SIAGH_PASSWORD: '' }) }
    const [path] = settings.flatMap((setting) => (setting.variable === name ? setting.path : []))
    const told = (await sentencesOf({ ...given, [name]: value })).map((each) => each.replace(/secrets\.\d/, 'secrets'))
    expect(told).toEqual([`${path} (${name}) ${sentence}`])
    const { [name]: _, ...others } = given as Record<string, string>
    const inFile = await sentencesOf(others, `# first\n${name}=${value}`)
    expect(inFile.map((each) => each.replace(/secrets\.\d/, 'secrets'))).toEqual([
      `${path} (${name} in .env, line 2) ${sentence}`,
    ])
  })

  it('does not choose between a password and another one', async () => {
    expect(await sentencesOf({ ...complete, SIAGH_PASSWORD_MD5: '5F4DCC3B5AA765D61D8327DEB882CF99' })).toEqual([
      'siagh.passwordMd5 (SIAGH_PASSWORD_MD5) must not be set beside the password.',
    ])
  })

  it('takes several secrets, for the time in which one replaces the other', async () => {
    const { webhook } = await configFrom({ ...complete, WEBHOOK_SECRET: 'a-secret-of-16-c, b-secret-of-16-c' })
    expect(webhook.secrets).toEqual(['a-secret-of-16-c', 'b-secret-of-16-c'])
  })

  it.each(['web', 'worker'])('refuses the role %s without a store that other processes see', async (ROLE) => {
    const sentence =
      'store.url (DATABASE_URL) must be set for the roles web and worker: a store in a file is for one process on one machine.'
    expect(await sentencesOf({ ...complete, ROLE })).toEqual([sentence])
    expect(await sentencesOf({ ...complete, ROLE, QUEUE_URL: 'redis://127.0.0.1:6379' })).toEqual([sentence])
    expect(await sentencesOf({ ...complete, ROLE, DATABASE_URL })).toEqual([])
  })

  it('refuses a queue that other processes share where the store is a file', async () => {
    expect(await sentencesOf({ ...complete, QUEUE_URL: 'redis://127.0.0.1:6379' })).toEqual([
      'store.url (DATABASE_URL) must be set where queue.url (QUEUE_URL) is.',
    ])
  })

  it('gives every schema a queue of its own, unless the settings name one', async () => {
    const prefixOf = async (given: NodeJS.ProcessEnv) => (await configFrom({ ...complete, ...given })).queue.prefix
    expect(await prefixOf({})).toBe('siagh-sync')
    expect(await prefixOf({ DATABASE_SCHEMA: 'second_company' })).toBe('second-company')
    expect(await prefixOf({ DATABASE_SCHEMA: 'second_company', QUEUE_PREFIX: 'mine' })).toBe('mine')
  })

  it('drains where a load balancer may stand in front, and leaves a short stop time for the rest', async () => {
    const drainOf = async (given: NodeJS.ProcessEnv) =>
      (await configFrom({ ...complete, DATABASE_URL, ...given })).drainSeconds
    expect(await Promise.all(['web', 'worker', 'both'].map((ROLE) => drainOf({ ROLE })))).toEqual([3, 0, 0])
    expect(await drainOf({ ROLE: 'web', STOP_SECONDS: '2' })).toBe(1)
    expect(await drainOf({ ROLE: 'web', DRAIN_SECONDS: '0', STOP_SECONDS: '1' })).toBe(0)
    expect(await drainOf({ ROLE: 'both', DRAIN_SECONDS: '15' })).toBe(15)
  })

  it('asks a worker for no webhook secret, and everybody else', async () => {
    const without = { ...complete, WEBHOOK_SECRET: '', DATABASE_URL }
    const sentence = 'webhook.secrets (WEBHOOK_SECRET) must be set for serve: 16 characters or more.'
    expect(await sentencesOf({ ...without, ROLE: 'worker' })).toEqual([])
    expect(await sentencesOf({ ...without, ROLE: 'web' })).toEqual([sentence])
    expect(await sentencesOf(without)).toEqual([sentence])
  })

  it.each([
    ['DATABASE_URL', 'postgresql://sync:top#secret-1@10.0.0.7/sync'],
    ['DATABASE_URL', 'mysql://sync:secret-number-2@10.0.0.7/sync'],
    ['DATABASE_URL', 'host=10.0.0.7 password=secret-number-3'],
    ['QUEUE_URL', 'http://:secret-number-4@10.0.0.8'],
    ['QUEUE_URL', 'redis://:secret number 5@10.0.0.8:port'],
  ])('says how %s is written, and repeats nothing of what it holds', async (name, value) => {
    const [sentence, ...others] = await sentencesOf({ ...complete, DATABASE_URL, [name]: value })
    expect(sentence).toMatch(new RegExp(`\\(${name}\\) must be an address such as \\w+://`))
    expect(sentence).not.toMatch(/secret|number|10\.0\.0\.8(?!:6379)|top/)
    expect(others).toEqual([])
  })
})

describe('a rule of pre-invoices in the environment', () => {
  const form = 'must be a whole number, a table by type code or a function of the document.'

  it('is a value or a table by type code', async () => {
    const { rules } = await configFrom({ ...complete, SALE_KIND: 'رسمی=2, default=1', INTERMEDIARY: 'none' })
    expect(rules.preInvoice).toEqual({ saleKind: { رسمی: 2, default: 1 }, intermediary: null })
  })

  it.each(['official', 'PI_5', 'PI_5=', 'PI_5=2, PI_5=3', '۲'])('says how it is written: %s', async (SALE_KIND) => {
    expect(await sentencesOf({ ...complete, SALE_KIND })).toEqual([
      `rules.preInvoice.saleKind (SALE_KIND, a number or PI_5=2, default=1) ${form}`,
    ])
  })
})

describe('.env.example', () => {
  const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
  const all = parseEnv(example.replaceAll(/^#(?=\w+=)/gm, ''))
  // Of compose, not of the service.
  delete all['POSTGRES_PASSWORD']

  it('explains every variable', () => {
    expect(Object.keys(all).sort()).toEqual(settings.map(({ variable }) => variable).sort())
  })

  it('shows the defaults that hold', async () => {
    const own = async (env: NodeJS.ProcessEnv) => {
      const { rules, store, companies: _, ...others } = await configFrom(env)
      return { ...others, schema: store.schema, leaseMs: rules.leaseMs ?? 60_000 }
    }
    expect(await own({ ...all, ...complete })).toEqual(await own(complete))
  })
})
